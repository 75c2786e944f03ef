# ---- What is said and written down ----

RESULTS=$RESULTS_DIR/$EXP_ID
JOB_ID=${SLURM_ARRAY_JOB_ID:+${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID:-0}}
JOB_ID=${JOB_ID:-${SLURM_JOB_ID:-}}
LOGS=$SWEEP_DIR/logs/${EXP_ID}_${JOB_ID:-local}
HOST=${SLURMD_NODENAME:-$HOSTNAME}
NODES=("$HOST")
SERVER_URL=
REPEAT=0
ATTEMPT=0
REASON=

say() {
  printf '%s %s %s\n' "$(date -u +%H:%M:%S)" "$EXP_ID" "$*" >&2 || true
}

# fail CODE REASON: ends the script; the EXIT trap stops what runs and writes the state.
fail() {
  REASON=$2
  exit "$1"
}

now() {
  date -u +%Y-%m-%dT%H:%M:%S.%6NZ
}

# A JSON string; null for an empty one.
json() {
  local text=$1
  if [[ -z $text ]]; then
    printf null
    return
  fi
  text=${text//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//[[:cntrl:]]/ }
  printf '"%s"' "$text"
}

# json_list TEXT...
json_list() {
  local text separator=''
  printf '['
  for text in "$@"; do
    printf '%s%s' "$separator" "$(json "$text")"
    separator=,
  done
  printf ']'
}

# write_status STATE EXIT_CODE: replaces status.json in one step.
write_status() {
  printf '{"schema_version":"%s","exp_id":"%s","state":"%s","job_id":%s,"host":%s,"nodes":%s,"server_url":%s,"repeat":%d,"attempt":%d,"updated_at":"%s","exit_code":%s,"reason":%s}\n' \
    "$SCHEMA_VERSION" "$EXP_ID" "$1" "$(json "$JOB_ID")" "$(json "$HOST")" \
    "$(json_list "${NODES[@]}")" "$(json "$SERVER_URL")" "$REPEAT" "$ATTEMPT" "$(now)" "$2" \
    "$(json "$REASON")" >"$RESULTS/.status.json.new" || fail 76 "cannot write to $RESULTS"
  mv -f -- "$RESULTS/.status.json.new" "$RESULTS/status.json" || fail 76 "cannot write to $RESULTS"
}

# write_attempt EVENT EXIT_CODE: adds a line to attempts.jsonl.
write_attempt() {
  printf '{"schema_version":"%s","exp_id":"%s","attempt":%d,"repeat":%d,"event":"%s","at":"%s","job_id":%s,"host":%s,"nodes":%s,"exit_code":%s,"reason":%s}\n' \
    "$SCHEMA_VERSION" "$EXP_ID" "$ATTEMPT" "$REPEAT" "$1" "$(now)" "$(json "$JOB_ID")" \
    "$(json "$HOST")" "$(json_list "${NODES[@]}")" "$2" "$(json "$REASON")" \
    >>"$RESULTS/attempts.jsonl" || fail 76 "cannot write to $RESULTS"
}

