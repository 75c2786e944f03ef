#!/bin/bash
# Starts all experiments of a sweep: repeat 1 of all, then repeat 2 of all, so that what changes with
# time meets every experiment alike. What has its results is left out.
set -euo pipefail

SWEEP_DIR='/scratch/my sweep'
LOGS=logs
REPEATS=3
EXPERIMENTS=(
  exp_4a4640737e07
)
SCRIPTS=(
  run_exp_4a4640737e07_head.sbatch
)

usage() {
  cat <<'TEXT'
usage: launch_all_experiments.sh [--local] [--dry-run]

Submits a job for each experiment and repeat to Slurm.

  --local    run them on this machine instead, one after the other
  --dry-run  only show what would be started
TEXT
}

mode=slurm
dry_run=
total=$((${#SCRIPTS[@]} * REPEATS))
started=0
failed=0
first_code=0
child=
interrupted=
declare -A last_job=()

interrupt() {
  interrupted=1
  if [[ -n $child ]]; then
    kill -TERM "$child" 2>/dev/null || true
  fi
}
trap interrupt INT TERM HUP

# run_here INDEX REPEAT: runs a script and waits for it; a signal is handed on to it.
run_here() {
  local id=${EXPERIMENTS[$1]} log=$LOGS/vllm_${EXPERIMENTS[$1]}_local.out code=0 begun=$SECONDS
  bash -- "${SCRIPTS[$1]}" --repeat "$2" >>"$log" 2>&1 &
  child=$!
  while kill -0 "$child" 2>/dev/null; do
    wait "$child" || true
  done
  wait "$child" || code=$?
  child=
  if ((code == 0)); then
    printf '[%d/%d] %s repeat %d: done in %d s\n' \
      "$started" "$total" "$id" "$2" "$((SECONDS - begun))"
    return
  fi
  printf '[%d/%d] %s repeat %d: exit code %d; %s\n         see %s\n' \
    "$started" "$total" "$id" "$2" "$code" "$(tail -n 1 -- "$log")" "$log" >&2
  failed=$((failed + 1))
  if ((first_code == 0)); then
    first_code=$code
  fi
}

# submit INDEX REPEAT: repeats of one experiment wait for each other.
submit() {
  local id=${EXPERIMENTS[$1]} options=(--parsable) job
  if [[ -n ${last_job[$id]:-} ]]; then
    options+=("--dependency=afterany:${last_job[$id]}")
  fi
  if ! job=$(sbatch "${options[@]}" "${SCRIPTS[$1]}" --repeat "$2"); then
    printf '[%d/%d] %s repeat %d: was not accepted\n' "$started" "$total" "$id" "$2" >&2
    failed=$((failed + 1))
    first_code=69
    return
  fi
  last_job[$id]=${job%%;*}
  printf '[%d/%d] %s repeat %d: job %s\n' "$started" "$total" "$id" "$2" "${job%%;*}"
}

main() {
  local argument repeat index
  for argument in "$@"; do
    case $argument in
      --local) mode=local ;;
      --dry-run) dry_run=1 ;;
      --help | -h)
        usage
        exit 0
        ;;
      *)
        printf 'launch_all_experiments.sh: unknown option %q\n' "$argument" >&2
        usage >&2
        exit 2
        ;;
    esac
  done

  if [[ $mode == slurm && -z $dry_run ]] && ! command -v sbatch >/dev/null; then
    printf 'launch_all_experiments.sh: no sbatch here; --local runs on this machine\n' >&2
    exit 2
  fi
  cd -- "$SWEEP_DIR"
  mkdir -p -- "$LOGS"

  for ((repeat = 1; repeat <= REPEATS; repeat++)); do
    for index in "${!SCRIPTS[@]}"; do
      started=$((started + 1))
      if [[ -n $dry_run ]]; then
        printf '[%d/%d] %s repeat %d\n' "$started" "$total" "${EXPERIMENTS[$index]}" "$repeat"
      elif [[ $mode == local ]]; then
        run_here "$index" "$repeat"
      else
        submit "$index" "$repeat"
      fi
      if [[ -n $interrupted ]]; then
        printf 'interrupted; run this again to go on\n' >&2
        return 75
      fi
    done
  done

  if ((failed > 0)); then
    printf '%d of %d failed\n' "$failed" "$total" >&2
  fi
  return "$first_code"
}

main "$@"
