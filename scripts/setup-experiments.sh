#!/usr/bin/env bash
# From a checkout to a launched quick test: prompts, configuration, job script,
# launch.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
program=setup-experiments.sh

# shellcheck source-path=SCRIPTDIR source=lib/say.sh
source "$here/lib/say.sh"

readonly options=(--dir --cluster --dry-run --help)
readonly single=configs/quick_test.json

usage() {
  cat <<'TEXT'
usage: scripts/setup-experiments.sh [OPTIONS]

Makes a sweep directory with the dataset suite and the quick test, launches the
quick test, and says what to type next. Every command is shown before it runs.
What is there already is kept, and nothing is submitted twice.

  --dir FOLDER       where it goes (default: ./experiments)
  --cluster PROFILE  where it runs: a name or a file (default: slurm-vllm where
                     there is a Slurm, else the simulator on this machine)
  --dry-run          write everything, but only show what would be launched

  scripts/setup-experiments.sh --dir ~/glm --cluster my-site.yaml

Exit codes are those of the commands that it runs.
TEXT
}

dir=experiments
cluster=
launch_options=()
while (($# > 0)); do
  case $1 in
    -h | --help) usage && exit ;;
    --dry-run) launch_options+=("$1") ;;
    --dir=?*) dir=${1#*=} ;;
    --cluster=?*) cluster=${1#*=} ;;
    --dir | --cluster)
      [[ -n ${2:-} ]] || fail 2 "$1 needs a value (see $program --help)"
      [[ $1 == --dir ]] && dir=$2 || cluster=$2
      shift
      ;;
    *)
      meant=$(nearest "$1" "${options[@]}")
      meant=${meant:+; did you mean $meant?}
      fail 2 "unknown option $(printf '%q' "$1")$meant (see $program --help)"
      ;;
  esac
  shift
done

sweepline=$here/sweepline

# run COMMAND...: shows it as it would be typed, then runs it.
run() {
  printf '\n$'
  printf ' %q' "$@"
  printf '\n'
  "$@"
}

# keep FILE COMMAND...: runs what makes a file, unless it is there.
keep() {
  local file=$1
  shift
  if [[ -e $file ]]; then
    printf '\n%s is there, and kept\n' "$file"
  else
    run "$@"
  fi
}

have_slurm() {
  command -v sbatch >/dev/null && command -v squeue >/dev/null
}

# Chooses what was not said, and makes a path independent of the folder.
choose_cluster() {
  if [[ -z $cluster ]]; then
    have_slurm && cluster=slurm-vllm || cluster=simulator
  elif [[ -f $cluster ]]; then
    cluster=$(readlink -f -- "$cluster")
  fi
  if ! have_slurm; then
    say "$program: no Slurm here, so $cluster is launched on this machine"
    launch_options+=(--local)
  fi
}

say_what_comes_next() {
  local next
  printf '\nIn %s, type next:\n\n' "$PWD"
  for next in "$sweepline status" "$sweepline aggregate" \
    'cat results/experiment_report.txt' \
    "$sweepline config --phase memory_batch" \
    "$sweepline sbatch --config-dir configs/memory_batch --cluster $(
      )$(printf '%q' "$cluster") --output-dir memory_batch"; do
    printf '  %s\n' "$next"
  done
}

main() {
  choose_cluster
  "$sweepline" --build
  if ! mkdir -p -- "$dir" 2>/dev/null || [[ ! -w $dir ]]; then
    fail 76 "cannot write to $dir"
  fi
  cd -- "$dir"
  keep datasets/quick_test.jsonl \
    "$sweepline" dataset --create-suite --show-stats
  keep "$single" "$sweepline" config --quick-test
  keep plan.json "$sweepline" sbatch --single-config "$single" \
    --dataset quick_test.jsonl --request-rate 5.0 --cluster "$cluster"
  run ./launch_all_experiments.sh "${launch_options[@]}"
  say_what_comes_next
}

main
