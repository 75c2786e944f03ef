# ---- Load points ----

REDO_INVALID=
LOAD=

# states FILE KEY VALUE: whether a summary holds this value.
states() {
  grep -Eq "\"$2\" *: *$3 *(,|}|\$)" "$1"
}

# death_mark SLUG REPEAT: the file that says when the server died during a load.
death_mark() {
  printf '%s' "$RESULTS/.died-$1-r$2"
}

# load_is_done INDEX REPEAT: whether there is a result of this load point on this dataset. A run that
# was cut short has a summary too, but its requests keep the name of an unfinished file. One whose
# server died may have come to its end all the same: unless it is valid, it is to be done again.
load_is_done() {
  local summary run
  for summary in "$RESULTS/results_${LOAD_SLUGS[$1]}-"??????"-r$2-a"*.json; do
    run=${summary##*/results_}
    if [[ -f $summary && -f $RESULTS/requests_${run%.json}.jsonl ]] \
      && { [[ $summary -nt $(death_mark "${LOAD_SLUGS[$1]}" "$2") ]] \
        || states "$summary" state '"valid"'; } \
      && states "$summary" sha256 "\"$DATASET_SHA256\"" \
      && states "$summary" requests "$REQUESTS" \
      && states "$summary" warmup_requests "$WARMUP_REQUESTS" \
      && { [[ -z $REDO_INVALID ]] || ! states "$summary" state '"invalid"'; }; then
      return 0
    fi
  done
  return 1
}

# Whether results that are there are of this configuration.
has_this_config() {
  [[ ! -f $RESULTS/config.json || $(print_config) == "$(<"$RESULTS/config.json")" ]]
}

repeat_is_done() {
  local index
  has_this_config || return 1
  for index in "${!LOAD_SLUGS[@]}"; do
    load_is_done "$index" "$1" || return 1
  done
}

# Prints the repeats that lack results, one a line.
print_missing() {
  local repeat
  for ((repeat = 1; repeat <= REPEATS; repeat++)); do
    repeat_is_done "$repeat" || printf '%d\n' "$repeat"
  done
}

# run_load INDEX: returns 0 for a usable run and 74 for an invalid one; ends the script otherwise.
run_load() {
  local index=$1 code=0 url targets=()
  for url in "${URLS[@]}"; do
    targets+=(--base-url "$url")
  done
  LOAD=${LOAD_SLUGS[$index]}
  say "repeat $REPEAT: load $LOAD"
  launch client "${NODES[0]}" --gres=none -- "${CLIENT[@]}" "${targets[@]}" --model "$MODEL" \
    --config-file "$RESULTS/config.json" --dataset "$DATASET" --results-dir "$RESULTS_DIR" \
    --repeat "$REPEAT" "${LOAD_FLAGS[$index]}" "${LOAD_VALUES[$index]}" "${BENCH_OPTIONS[@]}"
  while alive client; do
    any_dead && server_died 72 "during the benchmark"
    sleep 0.1
  done
  wait "${PIDS[client]}" || code=$?
  unset 'PIDS[client]'
  if ((code != 0)); then
    # A client often fails a moment before its server is seen to be dead.
    sleep 1
  fi
  any_dead && server_died 72 "during the benchmark"
  if ((code != 0 && code != 74)); then
    fail 73 "the benchmark of load $LOAD exited with $code"
  fi
  return "$code"
}

