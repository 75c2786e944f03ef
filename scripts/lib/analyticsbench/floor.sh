#!/usr/bin/env bash
# Runs BareSession with the options and the archive that aggregate has for some
# input. Usage: floor.sh RESULTS_FOLDER WORK_FOLDER
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
root=$(dirname -- "$(dirname -- "$(dirname -- "$here")")")
program=floor

# shellcheck source-path=SCRIPTDIR source=../say.sh
source "$here/../say.sh"
# shellcheck source-path=SCRIPTDIR source=../java.sh
source "$here/../java.sh"
# shellcheck source-path=SCRIPTDIR source=../build.sh
source "$here/../build.sh"
# shellcheck source-path=SCRIPTDIR source=../spark.sh
source "$here/../spark.sh"
# shellcheck source-path=SCRIPTDIR source=../archive.sh
source "$here/../archive.sh"

main() {
  local results=$1 work=$2 jvm path
  find_java javac
  path=$(spark_class_path)
  # The archive fits a class path that begins like its own; it takes no folder.
  if [[ ! -f $work/floor.jar ]]; then
    "$JAVA_HOME/bin/javac" -d "$work/classes" -cp "$path" "$here/BareSession.java"
    "$JAVA_HOME/bin/jar" --create --file "$work/floor.jar" -C "$work/classes" .
  fi
  spark_jvm --results-dir "$results"
  use_archive aggregate
  rm -rf "$work/row"
  exec "$JAVA_HOME/bin/java" "${jvm[@]}" -cp "$path:$work/floor.jar" \
    dev.sweepline.analytics.BareSession "$work/row"
}

main "$@"
