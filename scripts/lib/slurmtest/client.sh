#!/usr/bin/env bash
# The client of the lab's cluster profiles: COMMAND, but as long as there is a
# file FOLDER/client.fails and a result in the sweep, it fails.
#
#   client.sh FOLDER COMMAND...
set -euo pipefail

folder=$1
shift
if [[ -f $folder/client.fails ]] &&
  compgen -G "$folder/results/*/results_*.json" >/dev/null; then
  echo 'this client fails' >&2
  exit 3
fi
exec "$@"
