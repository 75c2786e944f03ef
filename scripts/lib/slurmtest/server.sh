#!/usr/bin/env bash
# The serve command of the lab's cluster profiles: COMMAND with the options that
# stand, one a line, in FOLDER/head.options or FOLDER/worker.options. So one
# side can be told to fail, and to fail no more.
#
#   server.sh FOLDER COMMAND...
set -euo pipefail

folder=$1
shift
role="head"
for argument in "$@"; do
  [[ $argument != --headless ]] || role="worker"
done
more=()
[[ ! -f $folder/$role.options ]] || mapfile -t more <"$folder/$role.options"
exec "$@" ${more[@]+"${more[@]}"}
