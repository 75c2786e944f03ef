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

