# shellcheck shell=bash
# Builds the jars when they are missing or older than their sources. Needs
# say.sh, java.sh and $root, the checkout.

readonly bench_jar=$root/benchmark-runner/target/sweepline-bench.jar
readonly generator_jar=$root/generator/target/sweepline-generator.jar
readonly analytics_jar=$root/analytics/target/sweepline-analytics.jar
readonly spark_jars=$root/analytics/target/spark
# The build's own files: log, lock, stamp, class-data archives.
readonly state=$root/target/sweepline
readonly stamp=$state/built
readonly build_log=$state/build.log

have_jars() {
  [[ -s $bench_jar && -s $generator_jar && -s $analytics_jar ]] &&
    compgen -G "$spark_jars/spark-sql_*.jar" >/dev/null
}

# Folders count as sources too: a file that was removed shows in its folder.
sources_changed() {
  [[ ! -f $stamp ]] ||
    [[ -n $(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main \
      -newer "$stamp" -print -quit) ]]
}

needs_build() {
  ! have_jars || { [[ -f $root/pom.xml ]] && sources_changed; }
}

# ensure_built: returns with jars that fit the sources, or ends the script.
ensure_built() {
  needs_build || return 0
  if [[ ! -f $root/pom.xml ]]; then
    fail 1 "the jars are missing below $root, and so is pom.xml to build them"
  fi
  # A job must not build, above all not while others run from the same jars.
  if [[ ! -w $root || ${SWEEPLINE_BUILD:-} == never ]]; then
    have_jars || fail 1 "the jars are missing and $root cannot be written or" \
      "SWEEPLINE_BUILD=never: build once where it can (mvn -DskipTests package)"
    # Copying a checkout makes its files look new: no reason to refuse it.
    return 0
  fi
  locked build_if_needed
}

# locked COMMAND...: runs it while no other Sweepline builds in this checkout.
locked() {
  local lock status=0
  command -v flock >/dev/null ||
    fail 1 "flock is missing; Debian, Ubuntu: apt-get install util-linux"
  mkdir -p "$state"
  exec {lock}>>"$state/lock"
  if ! flock -n "$lock"; then
    say "another sweepline is building here; waiting for it ..."
    flock "$lock"
  fi
  "$@" || status=$?
  exec {lock}>&-
  return "$status"
}

# The other sweepline that was waited for may have done it.
build_if_needed() {
  needs_build || return 0
  local reason='first use, about a minute'
  have_jars && [[ -f $stamp ]] && reason='sources are newer than the jars'
  find_java javac
  command -v mvn >/dev/null ||
    fail 1 "Maven is missing (no mvn on PATH); Debian, Ubuntu:" \
      "apt-get install maven; macOS: brew install maven"
  local started
  started=$(date +%s)
  say "building Sweepline ($reason) ..."
  if ! build -q -Dmaven.test.skip=true package >"$build_log" 2>&1; then
    grep -m 5 '^\[ERROR\]' "$build_log" >&2 || true
    fail 1 "the build failed; all of it is in $build_log"
  fi
  say "built in $(seconds_since "$started")"
}

# build MAVEN_ARGUMENT...: Maven on this checkout; when it succeeds the jars
# count as built from the sources that were there when it started.
build() {
  mkdir -p "$state"
  touch "$stamp.new"
  interruptible mvn -B -ntp -f "$root/pom.xml" "$@" || return
  # Maven writes these jars anew though nothing in them changed; with the same
  # time for the same content their class-data archives stay good.
  touch -d 2026-01-01T00:00:00Z "$analytics_jar" "$bench_jar"
  mv "$stamp.new" "$stamp"
}

# interruptible COMMAND...: ends it when this script is told to end, which a
# shell that waits for a foreground command would do only after that.
interruptible() {
  local status=0
  trap 'kill $(jobs -p) 2>/dev/null; wait; fail 75 interrupted' INT TERM HUP
  "$@" &
  wait "$!" || status=$?
  trap - INT TERM HUP
  return "$status"
}
