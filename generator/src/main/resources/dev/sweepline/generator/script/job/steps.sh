# ---- Processes: under Slurm each is a step, else a child ----

# Srun wants to be told what a step gets, and takes these from the job where they are set.
CPUS=${SLURM_CPUS_PER_TASK:-${SLURM_CPUS_ON_NODE:-1}}
unset SLURM_CPUS_PER_TASK SLURM_TRES_PER_TASK SLURM_MEM_PER_NODE SLURM_MEM_PER_CPU \
  SLURM_GPUS SLURM_GPUS_PER_NODE
# A job that was submitted with --export=NONE has its own environment only.
export SLURM_EXPORT_ENV=ALL
declare -A PIDS=()

# launch NAME NODES [SRUN_OPTION...] -- COMMAND...: starts a command on nodes (with commas between
# them), in a process group of its own. Srun answers TERM by killing its tasks at once, so a step
# leaves its id behind for scancel.
launch() {
  local name=$1 nodes=$2 commas options=()
  shift 2
  while [[ $1 != -- ]]; do
    options+=("$1")
    shift
  done
  shift
  if [[ -n ${SLURM_JOB_ID:-} ]]; then
    commas=${nodes//[^,]/}
    rm -f -- "$LOGS/$name.step"
    # shellcheck disable=SC2016 # The step's own variables.
    srun --overlap --nodes=$((${#commas} + 1)) --ntasks=$((${#commas} + 1)) --ntasks-per-node=1 \
      --nodelist="$nodes" --cpus-per-task="$CPUS" --job-name="$name" "${options[@]}" \
      bash -c 'printf "%s" "$SLURM_JOB_ID.$SLURM_STEP_ID" >"$1"; shift; exec "$@"' \
      step "$LOGS/$name.step" "$@" </dev/null 8>&- 9>&- &
  else
    setsid "$@" </dev/null 8>&- 9>&- &
  fi
  PIDS[$name]=$!
}

# By this shell's own list: the process id of a child that has ended may be another's by now.
alive() {
  [[ -n ${PIDS[$1]:-} ]] && [[ $'\n'$(jobs -pr)$'\n' == *$'\n'"${PIDS[$1]}"$'\n'* ]]
}

# signal SIGNAL NAME
signal() {
  local pid=${PIDS[$2]} step=''
  if [[ -n ${SLURM_JOB_ID:-} ]]; then
    step=$(cat -- "$LOGS/$2.step" 2>/dev/null) || step=
  fi
  if [[ -n $step ]]; then
    scancel --signal="$1" "$step" 2>/dev/null || true
  elif [[ $1 == KILL ]]; then
    kill -KILL -- "-$pid" 2>/dev/null || true
    if alive "$2"; then
      kill -KILL "$pid" 2>/dev/null || true
    fi
  else
    kill -s "$1" "$pid" 2>/dev/null || true
  fi
}

any_alive() {
  local name
  for name in "$@"; do
    if alive "$name"; then
      return 0
    fi
  done
  return 1
}

# wait_for SECONDS NAME...: whether all have ended by then.
wait_for() {
  local deadline=$((SECONDS + $1))
  shift
  while any_alive "$@"; do
    ((SECONDS < deadline)) || return 1
    sleep 0.1
  done
}

# stop NAME...: TERM, then KILL for what is left after STOP_TIMEOUT, children included.
stop() {
  local name
  for name in "$@"; do
    if alive "$name"; then
      signal TERM "$name"
    fi
  done
  wait_for "$STOP_TIMEOUT" "$@" || say "still there after $STOP_TIMEOUT seconds: $*"
  for name in "$@"; do
    if alive "$name" || [[ -z ${SLURM_JOB_ID:-} ]]; then
      signal KILL "$name"
    fi
  done
  wait_for 5 "$@" || true
  for name in "$@"; do
    # What is left now is an srun that Slurm has lost.
    if alive "$name"; then
      kill -KILL "${PIDS[$name]}" 2>/dev/null || true
    fi
    wait "${PIDS[$name]}" 2>/dev/null || true
    unset "PIDS[$name]"
  done
}

# finish_step SECONDS NAME: waits for a step that ends by itself; returns its exit code.
finish_step() {
  local code=0
  if ! wait_for "$1" "$2"; then
    stop "$2"
    return 124
  fi
  wait "${PIDS[$2]}" || code=$?
  unset "PIDS[$2]"
  return "$code"
}

