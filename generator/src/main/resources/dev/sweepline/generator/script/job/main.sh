# ---- From start to end ----

INTERRUPTED=
REQUEUE=
PREPARED=

finish() {
  local code=$?
  trap - EXIT ERR
  trap '' USR1 TERM INT HUP
  set +e
  if [[ -n $INTERRUPTED ]]; then
    code=75
    REASON=$INTERRUPTED
    # Slurm may not leave the time to write this later.
    if ((REPEAT > 0)); then
      end_repeat "$code"
    fi
  fi
  if alive client; then
    stop client
  fi
  if ((code == 72)); then
    : >"$(death_mark "$LOAD" "$REPEAT")"
  fi
  stop_server
  stop "${!PIDS[@]}"
  if ((REPEAT > 0)); then
    end_repeat "$code"
  fi
  if ((code != 0)); then
    say "exit code $code: ${REASON:-unknown}"
  fi
  if [[ -n $REQUEUE && -n $JOB_ID ]] && ((${SLURM_RESTART_COUNT:-0} < MAX_REQUEUES)); then
    say "back into the queue"
    scontrol requeue "$JOB_ID"
  fi
  exit "$code"
}

trap finish EXIT
# The state is written even when nobody reads the output any more.
trap '' PIPE
trap 'REASON="unexpected failure in line $LINENO"' ERR
trap 'INTERRUPTED="interrupted: the time limit is near" REQUEUE=1; exit 75' USR1
trap 'INTERRUPTED="interrupted by a signal"; exit 75' TERM INT HUP

begin_repeat() {
  REPEAT=$1
  REASON=
  ATTEMPT=1
  if [[ -f $RESULTS/attempts.jsonl ]]; then
    ATTEMPT=$((1 + $(grep -cF "\"repeat\":$REPEAT,\"event\":\"start\"" "$RESULTS/attempts.jsonl" || true)))
  fi
  write_attempt start null
  write_status starting null
}

end_repeat() {
  local state='failed'
  SERVER_URL=
  case $1 in
    0) state='done' ;;
    75) state='interrupted' ;;
  esac
  write_attempt end "$1"
  write_status "$state" "$1"
  REPEAT=0
}

# Takes the experiment for this job alone. What an earlier life of the same job left may need a
# moment to go.
take() {
  mkdir -p -- "$RESULTS" "$LOGS" || fail 76 "cannot write to $RESULTS and $LOGS"
  exec 9>"$RESULTS/.lock"
  flock -w $((${SLURM_RESTART_COUNT:-0} > 0 ? 30 : 0)) 9 || fail 64 "another job holds $EXP_ID"
}

# Ends the script unless all that an experiment needs is there and as it was planned.
prepare() {
  local module
  [[ -f $DATASET ]] || fail 66 "no dataset $DATASET; make it with: sweepline dataset"
  [[ $(sha256sum <"$DATASET") == "$DATASET_SHA256 "* ]] \
    || fail 64 "$DATASET is not the dataset that was planned with; plan again"
  if [[ ! -f $RESULTS/config.json ]]; then
    { print_config >"$RESULTS/.config.json.new" \
      && mv -- "$RESULTS/.config.json.new" "$RESULTS/config.json"; } \
      || fail 76 "cannot write to $RESULTS"
  elif ! has_this_config; then
    fail 64 "$RESULTS/config.json holds another configuration; move it away"
  fi
  # Modules and activations use variables that are not set, and commands that fail.
  set +eu
  trap - ERR
  for module in "${MODULES[@]}"; do
    module load "$module" || fail 66 "no environment module $module"
  done
  if ((${#ACTIVATE[@]})); then
    [[ -f ${ACTIVATE[0]} ]] || fail 66 "no file ${ACTIVATE[0]} to activate"
    # shellcheck disable=SC1090 # The profile names it.
    source "${ACTIVATE[@]}" || fail 66 "the activation failed: ${ACTIVATE[*]}"
  fi
  set -eu
  trap 'REASON="unexpected failure in line $LINENO"' ERR
  export_environment
  inspect_nodes
  PREPARED=1
}

# run_repeat N: returns 0, or 74 when every run of it is invalid.
run_repeat() {
  local index code usable=0 order
  begin_repeat "$1"
  [[ -n $PREPARED ]] || prepare
  start_server
  write_status running null
  read -ra order <<<"${LOAD_ORDERS[$1 - 1]}"
  for index in "${order[@]}"; do
    if load_is_done "$index" "$1"; then
      say "repeat $1: load ${LOAD_SLUGS[$index]} has a result"
      continue
    fi
    code=0
    run_load "$index" || code=$?
    if ((code == 0)); then
      usable=1
    fi
  done
  stop_server
  if ((usable)); then
    end_repeat 0
  else
    REASON="every run is invalid"
    end_repeat 74
    return 74
  fi
}

main() {
  local first=1 last=$REPEATS repeat runs=0 usable=0 missing='' code
  while (($#)); do
    case $1 in
      --repeat)
        if [[ ! ${2:-} =~ ^[1-9][0-9]{0,5}$ ]] || (($2 > REPEATS)); then
          fail 2 "--repeat takes 1 to $REPEATS"
        fi
        first=$2 last=$2
        shift
        ;;
      --redo-invalid) REDO_INVALID=1 ;;
      --missing) missing=1 ;;
      *) fail 2 "unknown option $1; known are --repeat N, --redo-invalid and --missing" ;;
    esac
    shift
  done
  if [[ -n $missing ]]; then
    print_missing
    return
  fi
  discover_nodes
  take
  for ((repeat = first; repeat <= last; repeat++)); do
    if repeat_is_done "$repeat"; then
      say "repeat $repeat: has all its results"
      continue
    fi
    runs=1 code=0
    run_repeat "$repeat" || code=$?
    if ((code == 0)); then
      usable=1
    fi
  done
  if ((runs && !usable)); then
    REASON="every run is invalid"
    exit 74
  fi
}

main "$@"
