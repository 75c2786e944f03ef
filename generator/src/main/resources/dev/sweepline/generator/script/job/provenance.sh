# ---- What ran ----

# Whether a name is that of a secret.
is_secret() {
  [[ ${1^^} =~ TOKEN|KEY|SECRET|PASS|CREDENTIAL|AUTH ]]
}

# The environment as far as it changes what a server does; no secrets.
environment_json() {
  local name separator=''
  printf '{'
  for name in $(compgen -e); do
    if [[ $name =~ ^(CUDA|ROCR|NVIDIA|NCCL|GLOO|UCX|VLLM|HF|TORCH|PYTORCH|OMP|RAY|SLURM)_|^(LD_LIBRARY_PATH|PATH|CONDA_PREFIX|VIRTUAL_ENV|LOADEDMODULES)$ ]] \
      && ! is_secret "$name"; then
      printf '%s"%s":%s' "$separator" "$name" "$(json "${!name}")"
      separator=,
    fi
  done
  printf '}'
}

# The words of a command; what follows an option for a secret is left out.
command_json() {
  local word secret='' words=()
  for word in "$@"; do
    if [[ -n $secret ]]; then
      word='(secret)'
    fi
    secret=
    if [[ $word == --*=* ]] && is_secret "${word%%=*}"; then
      word="${word%%=*}=(secret)"
    elif [[ $word == --* && $word =~ ^--(api-key|hf-token)$ ]]; then
      secret=1
    fi
    words+=("$word")
  done
  json_list "${words[@]}"
}

# column FIELD STEP: an object of what each node answered in a step, by the node's name.
column() {
  local node separator=''
  printf '{'
  for node in "${NODES[@]}"; do
    answer "$2" "$node"
    printf '%s"%s":%s' "$separator" "$node" "$(json "${FIELDS[$1]:-}")"
    separator=,
  done
  printf '}'
}

# One file for each start of a server.
write_provenance() {
  local file=$LOGS/provenance-r$REPEAT-a$ATTEMPT.json rank
  {
    printf '{"exp_id":"%s","repeat":%d,"attempt":%d,"at":"%s","job_id":%s,"restart":%d' \
      "$EXP_ID" "$REPEAT" "$ATTEMPT" "$(now)" "$(json "$JOB_ID")" "${SLURM_RESTART_COUNT:-0}"
    printf ',"launch_mode":"%s","nodes":%s,"addresses":%s,"urls":%s' "$LAUNCH_MODE" \
      "$(json_list "${NODES[@]}")" "$(json_list "${ADDRESSES[@]}")" "$(json_list "${URLS[@]}")"
    printf ',"kernels":%s,"gpu_drivers":%s,"server_versions":%s' \
      "$(column 3 nodes)" "$(column 4 nodes)" "$(column 2 server)"
    printf ',"commands":['
    for ((rank = 0; rank < SERVER_PROCESSES; rank++)); do
      place "$rank"
      ((rank == 0)) || printf ,
      command_json "${SERVE[@]}" "${SERVER_ARGUMENTS[@]}" "${PLACE[@]}"
    done
    printf '],"client":%s' "$(command_json "${CLIENT[@]}")"
    printf ',"environment":%s}\n' "$(environment_json)"
  } >"$file" || fail 76 "cannot write $file"
}

