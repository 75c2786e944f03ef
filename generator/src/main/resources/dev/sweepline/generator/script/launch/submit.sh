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

