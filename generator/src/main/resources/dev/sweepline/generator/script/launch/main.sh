# ---- From start to end ----

# What is to be started: "REPEAT INDEX", in order.
TODO=()
HAVE_RESULTS=0
IN_QUEUE=0
WITHOUT_RESULTS=0
MISSING=
INTERRUPTED=

interrupt() {
  INTERRUPTED=1
  if [[ -n $CHILD ]]; then
    kill -TERM "$CHILD" 2>/dev/null || true
  fi
}
trap interrupt INT TERM HUP

# find_missing INDEX: sets MISSING to the repeats that lack results, each between blanks.
find_missing() {
  local repeat summaries=()
  shopt -s nullglob
  summaries=("$RESULTS_DIR/${EXPERIMENTS[$1]}"/results_*.json)
  shopt -u nullglob
  if ((${#summaries[@]})); then
    MISSING=$(bash -- "${SCRIPTS[$1]}" --missing "${SCRIPT_OPTIONS[@]}" 8>&- </dev/null) \
      || fail 69 "cannot tell what results ${EXPERIMENTS[$1]} has"
    MISSING=" ${MISSING//$'\n'/ } "
    return
  fi
  MISSING=' '
  for ((repeat = 1; repeat <= REPEATS; repeat++)); do
    MISSING+="$repeat "
  done
}

# Sorts every run that is wanted into one to start or one to leave.
decide() {
  local index repeat run missing=()
  for index in "${!EXPERIMENTS[@]}"; do
    if is_wanted "$index"; then
      [[ -f ${SCRIPTS[$index]} ]] \
        || fail 66 "no script $SWEEP_DIR/${SCRIPTS[$index]}; make it with: sweepline sbatch"
      find_missing "$index"
      missing[index]=$MISSING
    fi
  done
  for ((repeat = 1; repeat <= REPEATS; repeat++)); do
    for index in "${!missing[@]}"; do
      run="${EXPERIMENTS[$index]} $repeat"
      if [[ -n $RESUBMIT && -z ${RESUBMITTED[$run]:-} ]]; then
        continue
      fi
      if [[ ${missing[$index]} != *" $repeat "* ]]; then
        HAVE_RESULTS=$((HAVE_RESULTS + 1))
      elif find_queued "$run"; then
        IN_QUEUE=$((IN_QUEUE + 1))
      elif [[ -n ${SUBMITTED[$run]:-} && -z $RESUBMIT ]]; then
        WITHOUT_RESULTS=$((WITHOUT_RESULTS + 1))
      else
        TODO+=("$repeat $index")
      fi
    done
  done
}

run_all_here() {
  local number=0 item repeat index
  for item in "${TODO[@]}"; do
    read -r repeat index <<<"$item"
    number=$((number + 1))
    if [[ -n $DRY_RUN ]]; then
      printf '[%d/%d] %s repeat %d\n' "$number" "${#TODO[@]}" "${EXPERIMENTS[$index]}" "$repeat"
    else
      run_here "$number" "${#TODO[@]}" "$repeat" "$index"
    fi
    [[ -z $INTERRUPTED ]] || return 0
  done
}

submit_all() {
  local repeat item
  local -a block
  read_limits
  if [[ -n $SEQUENTIAL ]]; then
    wait_for_earlier
  fi
  for ((repeat = 1; repeat <= REPEATS; repeat++)); do
    block=()
    for item in "${TODO[@]}"; do
      if [[ $item == "$repeat "* ]]; then
        block+=("${item#* }")
      fi
    done
    if ((${#block[@]})); then
      submit_block "$repeat" "${block[@]}"
    fi
    [[ -z $INTERRUPTED ]] || return 0
  done
  submit_aggregation
}

# What was left out, and why.
say_left_out() {
  if ((HAVE_RESULTS)); then
    printf '%d have their results already\n' "$HAVE_RESULTS"
  fi
  if ((IN_QUEUE)); then
    printf '%d are queued or running already\n' "$IN_QUEUE"
  fi
  if ((WITHOUT_RESULTS)); then
    printf '%d were submitted before and ended without all results; to submit them again: sweepline retry --failed\n' \
      "$WITHOUT_RESULTS"
  fi
}

main() {
  parse "$@"
  check_only
  cd -- "$SWEEP_DIR"
  if [[ $MODE == slurm ]]; then
    if [[ -z $DRY_RUN ]]; then
      command -v sbatch >/dev/null \
        || fail 2 "no sbatch here; --local runs on this machine"
      take_ledger
    fi
    read_ledger
    if ((${#SUBMITTED[@]} + ${#ANNOUNCED[@]})); then
      read_queue
      adopt
    else
      # Nothing of this can be queued but what was submitted by hand.
      query_queue 2>/dev/null || true
    fi
  fi
  mkdir -p -- "$LOGS"
  decide
  if [[ $MODE == local ]]; then
    run_all_here
  else
    submit_all
  fi
  say_left_out
  if [[ -n $INTERRUPTED ]]; then
    fail 75 "interrupted; run this again to go on"
  fi
  if [[ $MODE == local ]]; then
    if ((FAILED > 0)); then
      printf '%d of %d failed\n' "$FAILED" "${#TODO[@]}" >&2
    fi
    exit "$FIRST_CODE"
  fi
  printf '%d %ssubmitted\n' "$SUBMITTED_NOW" "${DRY_RUN:+would be }"
  if ((${#REFUSED[@]})); then
    printf 'not accepted by Slurm: %s\n' "${REFUSED[@]}" >&2
    exit 69
  fi
}

main "$@"
