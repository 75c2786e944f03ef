# ---- Nodes, looked at before anything is started ----

ADDRESSES=(127.0.0.1)
INSPECTION_TIMEOUT=300

discover_nodes() {
  if [[ -n ${SLURM_JOB_NODELIST:-} ]]; then
    mapfile -t NODES < <(scontrol show hostnames "$SLURM_JOB_NODELIST")
  fi
}

all_nodes() {
  local IFS=,
  printf '%s' "${NODES[*]}"
}

# inspect_node TOKEN GPUS INTERFACE CLIENT: runs on each node and prints its name, its address, what
# is wrong with it, its kernel and the driver of its GPUs.
inspect_node() {
  local address visible driver problem=''
  PATH=$PATH:/usr/sbin:/sbin
  if [[ -n $3 ]]; then
    address=$(ip -o -4 addr show dev "$3" 2>/dev/null | sed -n '1s,.* inet \([0-9.]*\).*,\1,p')
    [[ -n $address ]] || problem="has no address on interface $3"
  else
    address=$(hostname -I 2>/dev/null | tr ' ' '\n' | grep -m 1 '^[0-9.]*$') || address=
  fi
  if (($2 > 0)); then
    visible=${CUDA_VISIBLE_DEVICES:-${ROCR_VISIBLE_DEVICES:-$(nvidia-smi --list-gpus 2>/dev/null | sed 's/.*/gpu/' | paste -sd ,)}}
    visible=${visible:+$(tr , '\n' <<<"$visible" | wc -l)}
    ((${visible:-0} >= $2)) || problem="shows ${visible:-0} GPUs, the configuration needs $2"
  fi
  command -v -- "$4" >/dev/null || problem="has no $4, which runs the benchmark"
  [[ -e $1 ]] || problem="does not see $1; the sweep must be on a file system that all nodes share"
  driver=$(nvidia-smi --query-gpu=driver_version --format=csv,noheader 2>/dev/null | head -n 1)
  printf '%s|%s|%s|%s|%s\n' "${SLURMD_NODENAME:-$HOSTNAME}" "$address" "${problem//[|$'\n']/ }" \
    "$(uname -r)" "$driver"
}

# inspect_server COMMAND [VERSION_COMMAND...]: runs where the server will run, on each node, and
# prints the node's name, what is wrong and the version.
inspect_server() {
  local version='' problem=''
  command -v -- "$1" >/dev/null || problem="has no $1, which starts the server"
  shift
  if [[ -z $problem ]] && (($#)); then
    version=$("$@" 2>/dev/null | tail -n 1)
  fi
  printf '%s|%s|%s\n' "${SLURMD_NODENAME:-$HOSTNAME}" "${problem//[|$'\n']/ }" "$version"
}

# inspect NAME [SRUN_OPTION...] -- FUNCTION ARGUMENT...: runs a function of this script on all nodes;
# what it prints goes to NAME.txt.
inspect() {
  local name=$1 function options=()
  shift
  while [[ $1 != -- ]]; do
    options+=("$1")
    shift
  done
  function=$2
  shift 2
  launch "$name" "$(all_nodes)" "${options[@]}" -- \
    bash -c "$(declare -f "$function"); $function \"\$@\"" "$name" "$@" >"$LOGS/$name.txt" 2>&1
  finish_step "$INSPECTION_TIMEOUT" "$name" || say "the step $name ended with $?"
}

# answer NAME NODE: sets FIELDS to what a node printed; ends the script when it printed nothing.
answer() {
  local line
  line=$(grep -m 1 "^$2|" "$LOGS/$1.txt") \
    || fail 66 "node $2 gave no answer to the step $1: $(tail -n 1 "$LOGS/$1.txt")"
  IFS='|' read -r -a FIELDS <<<"$line|"
}

# Ends the script unless every node has what the experiment needs; sets ADDRESSES.
inspect_nodes() {
  local node address version='' first=''
  ((${#NODES[@]} >= NODE_COUNT)) \
    || fail 64 "needs $NODE_COUNT nodes and has ${#NODES[@]}; submit it with sbatch"
  NODES=("${NODES[@]:0:NODE_COUNT}")
  : >"$LOGS/shared"
  inspect nodes -- inspect_node "$LOGS/shared" "$GPUS_PER_NODE" "$INTERFACE" "${CLIENT[0]}"
  inspect server "${CONTAINER[@]}" -- inspect_server "${SERVE[0]}" "${VERSION_COMMAND[@]}"
  if ((NODE_COUNT > 1)); then
    ADDRESSES=()
  fi
  for node in "${NODES[@]}"; do
    answer nodes "$node"
    address=${FIELDS[1]:-}
    [[ -z ${FIELDS[2]:-} ]] || fail 66 "node $node ${FIELDS[2]}"
    if ((NODE_COUNT > 1)); then
      if [[ -z $address || ($address == 127.* && $INTERFACE != lo) ]]; then
        fail 66 "node $node has no address that others reach; name the interface in the profile"
      fi
      ADDRESSES+=("$address")
    fi
    answer server "$node"
    [[ -z ${FIELDS[1]:-} ]] || fail 66 "node $node ${FIELDS[1]}"
    version=${FIELDS[2]:-}
    first=${first:-$version}
    [[ $version == "$first" ]] \
      || fail 66 "node $node has version $version of the server, ${NODES[0]} has $first"
  done
}

# listens ADDRESS PORT: whether something does; a host that does not answer at all counts as free.
listens() {
  # shellcheck disable=SC2016 # The child's own variables.
  timeout 2 bash -c 'exec 3<>"/dev/tcp/$1/$2"' listens "$1" "$2" 2>/dev/null
}

# is_free FIRST: whether nothing listens on the ports of a block, where they would be used.
is_free() {
  local offset rank
  for ((offset = 0; offset < 10; offset++)); do
    if listens 127.0.0.1 "$(($1 + offset))" || listens "${ADDRESSES[0]}" "$(($1 + offset))"; then
      return 1
    fi
  done
  for ((rank = 1; rank < ENDPOINTS; rank++)); do
    if listens "${ADDRESSES[rank]}" "$(($1 + 9 + rank))"; then
      return 1
    fi
  done
}

# reserve FIRST: takes a block of ports, as long as this script runs, from others on this node that
# have looked too and not begun to listen.
reserve() {
  { exec 8>"$TEMP_DIR/sweepline-ports-$1"; } 2>/dev/null && flock -n 8
}

# Sets the ports to a block that is free. Where the search begins differs from job to job, and all
# are below those that the system gives out by itself.
choose_ports() {
  local step=25 last i port
  last=$((30000 - (10 + ENDPOINTS)))
  for ((i = 0; i < 400; i++)); do
    port=$((20000 + (${SLURM_JOB_ID:-$$} + i) % 400 * step))
    if ((port <= last)) && reserve "$port" && is_free "$port"; then
      RPC_PORT=$port MASTER_PORT=$((port + 1)) RAY_PORT=$((port + 2)) API_PORT=$((port + 9))
      return
    fi
  done
  fail 70 "no ports from 20000 to 29999 are free"
}

