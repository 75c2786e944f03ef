#!/bin/bash
# Starts all experiments of a sweep: repeat 1 of all, then repeat 2 of all, so that what changes with
# time meets every experiment alike. What has its results, is queued or was submitted before is left
# out, so this can be run again after any end.
set -euo pipefail

SCHEMA_VERSION=1.1
SWEEP_DIR='/scratch/my sweep'
RESULTS_DIR='/scratch/my sweep/results'
LOGS=logs
LEDGER=submissions.jsonl
REPEATS=3
EXPERIMENTS=(
  exp_4a4640737e07
)
SCRIPTS=(
  run_exp_4a4640737e07_head.sbatch
)
# Phases and names of each experiment, one a line.
LABELS=(
  'first
quick_test'
)
# Makes the report after all others; empty for none.
AGGREGATE=(
  /opt/sweepline/scripts/sweepline
  aggregate
)

# Below this line all launchers are the same.

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

# ---- What was submitted ----

# The job of "EXP_ID REPEAT", as squeue names it.
declare -A SUBMITTED=()
# The submission of "EXP_ID REPEAT", and its place there, whose job is not known: it was announced,
# and then its launcher was killed.
declare -A ANNOUNCED=()
# The jobs of this user that have not ended.
declare -A QUEUED=()
FOUND=
# By how the names of jobs end: a part of their submission's id.
declare -A JOB_OF_SUBMISSION=()
# The last job that aggregates.
AGGREGATION=

# entry SUBMISSION EXP_ID REPEAT JOB TASK: a line of the ledger; an empty value is null.
entry() {
  local id=null repeat=${3:-null} job=null task=${5:-null} clock=$EPOCHREALTIME second
  [[ -z $2 ]] || id=\"$2\"
  [[ -z $4 ]] || job=\"$4\"
  TZ=UTC0 printf -v second '%(%Y-%m-%dT%H:%M:%S)T' "${clock%%[!0-9]*}"
  printf '{"schema_version":"%s","submission":"%s","exp_id":%s,"repeat":%s,"job_id":%s,"task":%s,"at":"%s.%sZ"}\n' \
    "$SCHEMA_VERSION" "$1" "$id" "$repeat" "$job" "$task" "$second" "${clock: -6}"
}

# record: adds the lines of standard input.
record() {
  cat >>"$LEDGER" || fail 76 "cannot write $SWEEP_DIR/$LEDGER"
}

read_ledger() {
  local line run submission job form
  local -A places=()
  [[ -f $LEDGER ]] || return 0
  form='"submission":"([0-9a-f-]+)","exp_id":(null|"([^"]+)"),"repeat":(null|[0-9]+),'
  form+='"job_id":(null|"([0-9]+)"),"task":(null|[0-9]+),'
  while IFS= read -r line; do
    # A line that was cut short is of a launcher that was killed.
    [[ $line =~ $form ]] || continue
    submission=${BASH_REMATCH[1]} run="${BASH_REMATCH[3]} ${BASH_REMATCH[4]}" job=${BASH_REMATCH[6]}
    [[ ${BASH_REMATCH[7]} == null ]] || job+=_${BASH_REMATCH[7]}
    if [[ ${BASH_REMATCH[2]} == null ]]; then
      AGGREGATION=${job:-$AGGREGATION}
    elif [[ -n $job ]]; then
      SUBMITTED[$run]=$job
      unset "ANNOUNCED[$run]"
    else
      ANNOUNCED[$run]="$submission ${places[$submission]:=0}"
      places[$submission]=$((places[$submission] + 1))
    fi
  done <"$LEDGER"
}

# Nobody else submits this sweep as long as this process lives.
take_ledger() {
  exec 8>>"$LEDGER" || fail 76 "cannot write $SWEEP_DIR/$LEDGER"
  flock -n 8 || fail 64 "another launcher is submitting this sweep"
  # A line that was cut short must not swallow the next one.
  if [[ -s $LEDGER && -n $(tail -c 1 -- "$LEDGER") ]]; then
    printf '\n' >>"$LEDGER"
  fi
}

query_queue() {
  local answer id name
  answer=$(timeout 60 squeue --me --noheader --array --format='%i|%j' 8>&-) || return 1
  QUEUED=()
  JOB_OF_SUBMISSION=()
  while IFS='|' read -r id name; do
    [[ -n $id ]] || continue
    QUEUED[$id]=1
    JOB_OF_SUBMISSION[${name##*-}]=$id
  done <<<"$answer"
}

read_queue() {
  query_queue || fail 69 "squeue does not answer, so it is not known what is queued; try again later"
}

# Slurm may have taken what was announced before its launcher was killed: the job's name tells.
adopt() {
  local run submission place job task
  for run in "${!ANNOUNCED[@]}"; do
    read -r submission place <<<"${ANNOUNCED[$run]}"
    job=${JOB_OF_SUBMISSION[${submission%%-*}]:-}
    [[ -n $job ]] || continue
    task=
    if [[ $job == *_* ]]; then
      task=$place
    fi
    job=${job%%_*}
    SUBMITTED[$run]=$job${task:+_$task}
    if [[ -z $DRY_RUN ]]; then
      entry "$submission" "${run% *}" "${run#* }" "$job" "$task" | record
    fi
  done
}

# find_queued RUN: sets FOUND to its job that has not ended: of the ledger, or submitted by hand, which
# is named like the experiment.
find_queued() {
  FOUND=${SUBMITTED[$1]:-}
  if [[ -n $FOUND && -n ${QUEUED[$FOUND]:-} ]]; then
    return 0
  fi
  FOUND=${JOB_OF_SUBMISSION[${1% *}]:-}
  [[ -n $FOUND ]]
}

# ---- How it is submitted ----

# Seconds before each further try of a submission that was refused.
RETRY_WAITS=${SWEEPLINE_RETRY_WAITS:-2 10 30}
# Slurm's default, for where it does not say.
MAX_ARRAY_SIZE=1001
# Jobs of this call that what comes next waits for.
WAIT_FOR=()
# Jobs of the present block.
BLOCK=()
REFUSED=()
# What Slurm said last, and what it went on saying.
REFUSAL=
declare -A LASTING=()
declare -A SHAPES=()
SUBMITTED_NOW=0
JOB=

# With --sequential also what earlier calls submitted goes before.
wait_for_earlier() {
  local run
  for run in "${!SUBMITTED[@]}"; do
    if find_queued "$run"; then
      WAIT_FOR+=("$FOUND")
    fi
  done
}

read_limits() {
  local size
  size=$(timeout 60 scontrol show config 2>/dev/null 8>&- | sed -n 's/^MaxArraySize *= *//p') || size=
  if [[ $size =~ ^[0-9]+$ ]]; then
    MAX_ARRAY_SIZE=$size
  fi
}

# shape INDEX: what the experiment's script asks Slurm for, without what is its own.
shape() {
  local line
  while IFS= read -r line && [[ -z $line || $line == '#'* ]]; do
    case $line in
      '#SBATCH --job-name='* | '#SBATCH --output='* | '#SBATCH --error='*) ;;
      '#SBATCH '*) printf '%s\n' "$line" ;;
    esac
  done <"${SCRIPTS[$1]}"
}

# array_script REPEAT INDEX...: task N of it becomes the Nth experiment's own script.
array_script() {
  local repeat=$1 index
  shift
  printf '#!/bin/bash\n%s\n' "$(shape "$1")"
  printf '# Task N runs the Nth of these, from 0.\nset -euo pipefail\nEXPERIMENTS=(\n'
  for index in "$@"; do
    printf '  %q\n' "${EXPERIMENTS[$index]}"
  done
  printf ')\nSCRIPTS=(\n'
  for index in "$@"; do
    printf '  %q\n' "${SCRIPTS[$index]}"
  done
  printf ')\ncd -- %q\nLOGS=%q\nOPTIONS=(--repeat %d %s)\n' \
    "$SWEEP_DIR" "$LOGS" "$repeat" "${SCRIPT_OPTIONS[*]}"
  cat <<'BODY'
job=${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID
log=$LOGS/vllm_${EXPERIMENTS[$SLURM_ARRAY_TASK_ID]}_$job.out
# Slurm goes on writing to its file, by whatever name.
mv -n -- "$LOGS/array_$job.out" "$log" || true
exec >>"$log" 2>&1
exec bash -- "${SCRIPTS[$SLURM_ARRAY_TASK_ID]}" "${OPTIONS[@]}"
BODY
}

# sbatch_once NAME ARGUMENT...: sets JOB to what Slurm took standard input or a script as, or
# REFUSAL to what it said.
sbatch_once() {
  local name=$1 answer line code=0
  shift
  answer=$(timeout 120 sbatch --parsable --job-name="$name" "$@" 2>&1 8>&-) || code=$?
  JOB=
  REFUSAL="exit code $code"
  while IFS= read -r line; do
    if [[ $line =~ ^[0-9]+(\;.*)?$ ]]; then
      JOB=${line%%;*}
    elif [[ -n $line ]]; then
      REFUSAL=$line
      printf '%s: %s\n' "$name" "$line" >&2
    fi
  done <<<"$answer"
  ((code == 0)) && [[ -n $JOB ]]
}

# submit NAME TEXT ARGUMENT...: sets JOB; TEXT is the script unless an argument names one. A refusal
# may be one that passes, unless it was seen to stay; a lost answer is no refusal.
submit() {
  local name=$1 text=$2 wait
  shift 2
  sbatch_once "$name" "$@" <<<"$text" && return 0
  for wait in $RETRY_WAITS; do
    [[ -z ${LASTING[$REFUSAL]:-} ]] || return 1
    printf '%s was not accepted; trying again in %s s\n' "$name" "$wait" >&2
    sleep "$wait"
    [[ -z $INTERRUPTED ]] || return 1
    query_queue || continue
    JOB=${JOB_OF_SUBMISSION[${name##*-}]:-}
    JOB=${JOB%%_*}
    [[ -z $JOB ]] || return 0
    sbatch_once "$name" "$@" <<<"$text" && return 0
  done
  LASTING[$REFUSAL]=1
  return 1
}

# dependencies INDEX...: sets DEPENDENCIES to the option, if any, that makes a job wait for those
# before it and for other repeats of its experiments: a server belongs to one job.
dependencies() {
  local index repeat run before=("${WAIT_FOR[@]}")
  for index in "$@"; do
    for ((repeat = 1; repeat <= REPEATS; repeat++)); do
      run="${EXPERIMENTS[$index]} $repeat"
      if find_queued "$run"; then
        before+=("$FOUND")
      fi
    done
  done
  DEPENDENCIES=()
  if ((${#before[@]})); then
    DEPENDENCIES=("--dependency=afterany$(printf ':%s' "${before[@]}")" --kill-on-invalid-dep=yes)
  fi
}

# submit_group REPEAT INDEX...: one job for one experiment, or an array for several of one shape.
submit_group() {
  local repeat=$1 submission name text='' index options=() place=0 count task
  shift
  count=$#
  submission=$(</proc/sys/kernel/random/uuid)
  dependencies "$@"
  options=("${DEPENDENCIES[@]}")
  if ((count == 1)); then
    name=${EXPERIMENTS[$1]}-r$repeat-${submission%%-*}
    options+=("${SCRIPTS[$1]}" --repeat "$repeat" "${SCRIPT_OPTIONS[@]}")
  else
    name=sweep-r$repeat-${submission%%-*}
    options+=("--array=0-$((count - 1))${MAX_PARALLEL:+%$MAX_PARALLEL}" "--output=$LOGS/array_%A_%a.out")
    text=$(array_script "$repeat" "$@")
  fi
  if [[ -n $DRY_RUN ]]; then
    show_group "$repeat" "$name" "$@"
    return
  fi
  for index in "$@"; do
    entry "$submission" "${EXPERIMENTS[$index]}" "$repeat" '' ''
  done | record
  if ! submit "$name" "$text" "${options[@]}"; then
    for index in "$@"; do
      REFUSED+=("${EXPERIMENTS[$index]} repeat $repeat")
    done
    return
  fi
  for index in "$@"; do
    task=
    ((count == 1)) || task=$place
    entry "$submission" "${EXPERIMENTS[$index]}" "$repeat" "$JOB" "$task"
    place=$((place + 1))
  done | record
  SUBMITTED_NOW=$((SUBMITTED_NOW + count))
  BLOCK+=("$JOB")
  if [[ -n $SEQUENTIAL$MAX_PARALLEL ]]; then
    WAIT_FOR=("$JOB")
  fi
  if ((count == 1)); then
    printf 'repeat %d: %s is job %s\n' "$repeat" "${EXPERIMENTS[$1]}" "$JOB"
  else
    printf 'repeat %d: %d experiments are array job %s\n' "$repeat" "$count" "$JOB"
  fi
}

# show_group REPEAT NAME INDEX...: what would be submitted.
show_group() {
  local repeat=$1 name=$2 index
  shift 2
  printf 'repeat %d: sbatch%s\n' "$repeat" "$(printf ' %q' --parsable "--job-name=$name" "${options[@]}")"
  for index in "$@"; do
    printf '  %s\n' "${EXPERIMENTS[$index]}"
  done
  SUBMITTED_NOW=$((SUBMITTED_NOW + $#))
  BLOCK+=("JOB_OF_${name##*-}")
  if [[ -n $SEQUENTIAL$MAX_PARALLEL ]]; then
    WAIT_FOR=("JOB_OF_${name##*-}")
  fi
}

# submit_block REPEAT INDEX...: equal shapes together, none longer than Slurm allows.
submit_block() {
  local repeat=$1 index key size=$MAX_ARRAY_SIZE
  local -a shapes=() members=()
  local -A place=()
  shift
  BLOCK=()
  if [[ -n $SEQUENTIAL ]] || ((size == 0)); then
    size=1
  fi
  for index in "$@"; do
    key=${SHAPES[$index]:=$(shape "$index")}
    if [[ -z ${place[$key]:-} ]]; then
      place[$key]=${#shapes[@]}
      shapes+=('')
    fi
    shapes[${place[$key]}]+="$index "
  done
  if [[ -n $SEQUENTIAL ]]; then
    # Their order is that of the plan, whatever they need.
    shapes=("$*")
  fi
  for key in "${shapes[@]}"; do
    read -ra members <<<"$key"
    for ((index = 0; index < ${#members[@]}; index += size)); do
      submit_group "$repeat" "${members[@]:index:size}"
      [[ -z $INTERRUPTED ]] || return 0
    done
  done
  if ((${#BLOCK[@]})) && [[ -z $SEQUENTIAL$MAX_PARALLEL ]]; then
    WAIT_FOR=("${BLOCK[@]}")
  fi
}

aggregation_script() {
  printf '#!/bin/bash\n'
  shape "${TODO[0]#* }" | grep -E '^#SBATCH --(partition|account|qos|time)=' || true
  printf '#SBATCH --nodes=1\n#SBATCH --ntasks=1\ncd -- %q\nexec%s\n' \
    "$SWEEP_DIR" "$(printf ' %q' "${AGGREGATE[@]}")"
}

# The report is made once more when all of this call has ended, after an earlier report.
submit_aggregation() {
  local submission name run options=()
  local -A jobs=()
  ((SUBMITTED_NOW > 0 && ${#AGGREGATE[@]} > 0)) || return 0
  for run in "${!SUBMITTED[@]}"; do
    if find_queued "$run"; then
      jobs[${FOUND%%_*}]=1
    fi
  done
  for run in ${AGGREGATION:+"$AGGREGATION"} "${WAIT_FOR[@]}"; do
    if [[ $run != "$AGGREGATION" || -n ${QUEUED[$run]:-} ]]; then
      jobs[$run]=1
    fi
  done
  submission=$(</proc/sys/kernel/random/uuid)
  name=aggregate-${submission%%-*}
  options=("--dependency=afterany$(printf ':%s' "${!jobs[@]}")" --kill-on-invalid-dep=yes
    "--output=$LOGS/aggregate_%j.out")
  if [[ -n $DRY_RUN ]]; then
    printf 'then: sbatch%s\n' "$(printf ' %q' --parsable "--job-name=$name" "${options[@]}")"
    return
  fi
  if submit "$name" "$(aggregation_script)" "${options[@]}"; then
    entry "$submission" '' '' "$JOB" '' | record
    printf 'then: the report is job %s\n' "$JOB"
  else
    REFUSED+=("the job that aggregates")
  fi
}

# ---- Without Slurm ----

CHILD=
FAILED=0
FIRST_CODE=0

# run_here NUMBER OF_ALL REPEAT INDEX: runs a script and waits for it; a signal is handed on to it.
run_here() {
  local id=${EXPERIMENTS[$4]} log=$LOGS/vllm_${EXPERIMENTS[$4]}_local.out code=0 begun=$SECONDS
  bash -- "${SCRIPTS[$4]}" --repeat "$3" "${SCRIPT_OPTIONS[@]}" </dev/null >>"$log" 2>&1 &
  CHILD=$!
  while kill -0 "$CHILD" 2>/dev/null; do
    wait "$CHILD" || true
  done
  wait "$CHILD" || code=$?
  CHILD=
  if ((code == 0)); then
    printf '[%d/%d] %s repeat %d: done in %d s\n' "$1" "$2" "$id" "$3" "$((SECONDS - begun))"
    return
  fi
  printf '[%d/%d] %s repeat %d: exit code %d; %s\n         see %s\n' \
    "$1" "$2" "$id" "$3" "$code" "$(tail -n 1 -- "$log")" "$log" >&2
  FAILED=$((FAILED + 1))
  if ((FIRST_CODE == 0)); then
    FIRST_CODE=$code
  fi
}

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
