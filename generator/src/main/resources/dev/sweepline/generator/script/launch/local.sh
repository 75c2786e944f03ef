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

