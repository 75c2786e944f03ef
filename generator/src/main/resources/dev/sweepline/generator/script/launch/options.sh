# ---- What is asked for ----

MODE=slurm
DRY_RUN=
SEQUENTIAL=
MAX_PARALLEL=
ONLY=()
RESUBMIT=
declare -A RESUBMITTED=()
SCRIPT_OPTIONS=()

usage() {
  cat <<'TEXT'
usage: launch_all_experiments.sh [OPTIONS]

Submits every experiment and repeat to Slurm, as arrays of equal jobs, and a
job that aggregates when all others have ended.

  --dry-run         only show what would be started
  --only WHAT       an experiment's id, phase or name; repeats, takes a,b
  --max-parallel N  at most N jobs of this call at once
  --sequential      one job after the other, each waiting for the one before
  --no-aggregate    without the job that aggregates
  --local           run them on this machine instead, one after the other
  --resubmit FILE   what FILE lists (EXP_ID REPEAT a line), also if it was
                    submitted before; written by: sweepline retry
  --redo-invalid    an invalid result counts as none

Exit codes: 0 done, 2 wrong usage, 64 another launcher is at work, 66 no
script, 69 Slurm refused something or does not answer, 75 interrupted; with
--local the code of the first experiment that failed.
TEXT
}

# fail CODE MESSAGE
fail() {
  printf 'launch_all_experiments.sh: %s\n' "$2" >&2
  exit "$1"
}

parse() {
  local words run
  while (($#)); do
    case $1 in
      --dry-run) DRY_RUN=1 ;;
      --sequential) SEQUENTIAL=1 ;;
      --local) MODE='local' ;;
      --no-aggregate) AGGREGATE=() ;;
      --redo-invalid) SCRIPT_OPTIONS+=("$1") ;;
      --max-parallel)
        [[ ${2:-} =~ ^[1-9][0-9]{0,5}$ ]] || fail 2 "--max-parallel takes a number from 1"
        MAX_PARALLEL=$2
        shift
        ;;
      --only)
        [[ -n ${2:-} ]] || fail 2 "--only takes an experiment's id, phase or name"
        IFS=, read -ra words <<<"$2"
        ONLY+=("${words[@]}")
        shift
        ;;
      --resubmit)
        [[ -r ${2:-} ]] || fail 2 "--resubmit takes a file"
        RESUBMIT=1
        while IFS= read -r run; do
          [[ -z $run ]] || RESUBMITTED[$run]=1
        done <"$2"
        shift
        ;;
      --help | -h)
        usage
        exit 0
        ;;
      *) fail 2 "unknown option $(printf '%q' "$1") (see --help)" ;;
    esac
    shift
  done
  if [[ -n $SEQUENTIAL && -n $MAX_PARALLEL ]]; then
    fail 2 "--sequential and --max-parallel exclude each other"
  fi
  if [[ $MODE == local && -n $MAX_PARALLEL ]]; then
    fail 2 "--local runs one at a time; --max-parallel needs Slurm"
  fi
}

# is_called INDEX WORD
is_called() {
  [[ ${EXPERIMENTS[$1]} == "$2" || $'\n'${LABELS[$1]}$'\n' == *$'\n'"$2"$'\n'* ]]
}

# is_wanted INDEX: whether the experiment is one of --only.
is_wanted() {
  local word
  ((${#ONLY[@]})) || return 0
  for word in "${ONLY[@]}"; do
    is_called "$1" "$word" && return 0
  done
  return 1
}

check_only() {
  local word index
  for word in "${ONLY[@]}"; do
    for index in "${!EXPERIMENTS[@]}"; do
      is_called "$index" "$word" && continue 2
    done
    fail 2 "--only $(printf '%q' "$word"): no such experiment; ids, phases and names stand in plan.json"
  done
}

