# ---- Ray, where the configuration or the profile asks for it ----

# start_ray RANK: the process that joins this node. In the foreground, because a daemon would die
# with its step or outlive the job.
start_ray() {
  local rank=$1 node=${NODES[$1]} address=${ADDRESSES[$1]} role=ray options
  options=(--block --disable-usage-stats --node-ip-address "$address" --num-cpus "$CPUS"
    --num-gpus "$GPUS_PER_NODE" --min-worker-port 0 --max-worker-port 0
    --dashboard-agent-listen-port "$((RAY_PORT + 1))" --runtime-env-agent-port "$((RAY_PORT + 2))"
    --metrics-export-port "$((RAY_PORT + 3))")
  if ((rank == 0)); then
    options+=(--head --port "$RAY_PORT" --ray-client-server-port "$((RAY_PORT + 4))"
      --include-dashboard false --temp-dir "$TEMP_DIR/ray-${SLURM_JOB_ID:-$$}")
  else
    options+=(--address "${ADDRESSES[0]}:$RAY_PORT")
  fi
  start_process "$role-$node" "$role" "$node" "$address" "${RAY[@]}" start "${options[@]}"
}

# Whether as many GPUs have joined as the server will need. How nodes are listed differs between
# versions of Ray; the sum of the GPUs does not.
ray_is_complete() {
  local status
  launch ray-status "${NODES[0]}" "${CONTAINER[@]}" -- \
    "${RAY[@]}" status --address "${ADDRESSES[0]}:$RAY_PORT" >"$LOGS/ray-status.txt" 2>&1
  finish_step 60 ray-status || return 1
  status=$(<"$LOGS/ray-status.txt")
  [[ $status =~ /([0-9]+)(\.0)?\ GPU ]] && ((BASH_REMATCH[1] == NODE_COUNT * GPUS_PER_NODE))
}

# start_ray_cluster DEADLINE
start_ray_cluster() {
  local rank
  for ((rank = 0; rank < NODE_COUNT; rank++)); do
    start_ray "$rank"
  done
  until ray_is_complete; do
    any_dead && server_died 70 "before it was ready"
    ((SECONDS < $1)) || not_ready "Ray has not $((NODE_COUNT * GPUS_PER_NODE)) GPUs"
    sleep 1
  done
  export RAY_ADDRESS=${ADDRESSES[0]}:$RAY_PORT
}

