# ---- The server: one process a node, up to the first answer ----

# Names of the processes that must live as long as the server is needed.
SERVER_STEPS=()
DEAD=

# start_process NAME ROLE NODE ADDRESS COMMAND...: a process of the server with a log of its own.
start_process() {
  local name=$1 log=$LOGS/$2-$3.log node=$3 variables=()
  if ((NODE_COUNT > 1)); then
    variables+=("VLLM_HOST_IP=$4")
  fi
  if [[ -n $INTERFACE ]]; then
    variables+=("NCCL_SOCKET_IFNAME=$INTERFACE" "GLOO_SOCKET_IFNAME=$INTERFACE")
  fi
  shift 4
  printf '=== repeat %d attempt %d %s\n' "$REPEAT" "$ATTEMPT" "$(now)" >>"$log"
  launch "$name" "$node" "${CONTAINER[@]}" -- env "${variables[@]}" "$@" >>"$log" 2>&1
  SERVER_STEPS+=("$name")
}

# place RANK: sets PLACE to the options that tell the process on this node its part.
place() {
  local rank=$1
  PLACE=()
  case $LAUNCH_MODE in
    data_parallel | hybrid)
      PLACE+=(--data-parallel-size-local "$LOCAL_RANKS"
        --data-parallel-address "${ADDRESSES[0]}" --data-parallel-rpc-port "$RPC_PORT")
      if ((rank > 0)) || [[ $LAUNCH_MODE == hybrid ]]; then
        PLACE+=(--data-parallel-start-rank "$((rank * LOCAL_RANKS))")
      fi
      ;;
    multi_node)
      PLACE+=(--nnodes "$SERVER_PROCESSES" --node-rank "$rank"
        --master-addr "${ADDRESSES[0]}" --master-port "$MASTER_PORT")
      ;;
  esac
  if ((rank < ENDPOINTS)); then
    PLACE+=("${ENDPOINT_ARGUMENTS[@]}" --host "${ADDRESSES[rank]}" --port "$((API_PORT + rank))")
  else
    PLACE+=(--headless)
  fi
}

ask() {
  curl --silent --fail --noproxy '*' --max-time 30 "$@" 2>/dev/null
}

# answers URL: healthy, knows the model, and completes a request: health alone says too much.
answers() {
  local answer
  ask --output /dev/null "$1/health" || return 1
  answer=$(ask "$1/v1/models") || return 1
  [[ $answer == *"\"id\":$MODEL_JSON"* || $answer == *"\"id\": $MODEL_JSON"* ]] || return 1
  answer=$(ask --header 'Content-Type: application/json' --data-raw "$PROBE" "$1/v1/completions") \
    && [[ $answer == *'"choices"'* ]]
}

all_answer() {
  local url
  for url in "${URLS[@]}"; do
    answers "$url" || return 1
  done
}

# Whether a process of the server has ended, which is DEAD then.
any_dead() {
  for DEAD in "${SERVER_STEPS[@]}"; do
    alive "$DEAD" || return 0
  done
  return 1
}

# The logs of this start, without those of earlier ones, in a folder of their own; the end of each on
# standard error.
show_logs() {
  local log name
  mkdir -p -- "$LOGS/last"
  for log in "$LOGS"/*-*.log; do
    name=${log##*/}
    sed -n "/^=== repeat $REPEAT attempt $ATTEMPT /,\$p" -- "$log" >"$LOGS/last/$name"
    say "the end of $log:"
    tail -n 20 -- "$LOGS/last/$name" >&2 || true
  done
}

# last_line LOG: without secrets and home folders.
last_line() {
  tail -c 4096 -- "$1" | tail -n 1 | LC_ALL=C tr -cd '[:print:]' | LC_ALL=C sed -E \
    -e 's/(key|token|password|secret)(["'\'' ]?[=: ] *)[^ ,]+/\1\2<secret>/Ig' \
    -e 's/(sk|hf|ghp)[-_][A-Za-z0-9_-]{8,}/<secret>/g' \
    -e 's#/(home|Users|root)/[^ :,]*#<path>#g' | cut -c 1-200
}

# cause: why the server died, as the logs that show_logs has found tell it.
cause() {
  local text=''
  if ((${#EXPLAIN[@]})); then
    text=$(timeout 30 "${EXPLAIN[@]}" "$LOGS"/last/*.log 2>/dev/null) || text=
  fi
  printf '%s' "${text:-$(last_line "$LOGS/last/$DEAD.log" 2>/dev/null || true)}"
}

# server_died CODE WHEN: ends the script. A signal to the whole job comes to its steps a moment
# before this script gets to its own.
server_died() {
  local code=0
  sleep 1
  wait "${PIDS[$DEAD]}" || code=$?
  show_logs
  fail "$1" "the server exited with $code $2 ($DEAD): $(cause); see $LOGS"
}

# not_ready WHY: ends the script.
not_ready() {
  show_logs
  fail 71 "the server was not ready after $READY_TIMEOUT seconds, $1; see $LOGS"
}

start_server() {
  local started=$SECONDS rank node role
  choose_ports
  URLS=()
  for ((rank = 0; rank < ENDPOINTS; rank++)); do
    URLS+=("http://${ADDRESSES[rank]}:$((API_PORT + rank))")
  done
  SERVER_URL=${URLS[0]}
  say "repeat $REPEAT: starting the server on ${NODES[*]:0:SERVER_PROCESSES}, $SERVER_URL"
  if [[ $LAUNCH_MODE == ray ]]; then
    start_ray_cluster "$((started + READY_TIMEOUT))"
  fi
  for ((rank = 0; rank < SERVER_PROCESSES; rank++)); do
    node=${NODES[rank]} role=worker
    ((rank > 0)) || role='head'
    place "$rank"
    start_process "$role-$node" "$role" "$node" "${ADDRESSES[rank]}" \
      "${SERVE[@]}" "${SERVER_ARGUMENTS[@]}" "${PLACE[@]}"
  done
  write_provenance
  until all_answer; do
    any_dead && server_died 70 "before it was ready"
    ((SECONDS - started < READY_TIMEOUT)) || not_ready "no completion from ${URLS[*]}"
    sleep 0.3
  done
  # What answered might be another server on the same port.
  any_dead && server_died 70 "before it was ready"
  say "repeat $REPEAT: the server is ready after $((SECONDS - started)) seconds"
}

stop_server() {
  stop "${SERVER_STEPS[@]}"
  SERVER_STEPS=()
  SERVER_URL=
}

