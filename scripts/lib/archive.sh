# shellcheck shell=bash
# Makes the class-data archives that shorten the start of aggregate to half and
# that of bench, simulate and selftest by a third. Needs say.sh, java.sh,
# build.sh, spark.sh. A NAME is aggregate or bench.

readonly EVERY_RUN_INVALID=74

# archive_file NAME: where the archive for this Java and its jars is, or will
# be. Size and time of the jars are what the JVM itself compares; of our own
# jar, which two builds can make alike, the content counts too.
archive_file() {
  local key jars=("$bench_jar")
  [[ $1 == bench ]] || jars=("$analytics_jar" "$spark_jars"/*.jar)
  key=$({
    stat -L -c '%n %s %Y' "$JAVA_HOME/lib/modules" \
      "$JAVA_HOME"/lib/server/*.so "${jars[@]}"
    sha256sum "${jars[0]}"
  } 2>/dev/null | sha256sum)
  printf '%s/%s-java%s-%s.jsa' "$state" "$1" "$JAVA_FEATURE" "${key:0:12}"
}

# use_archive NAME: adds the archive to the array jvm when there is one. The JVM
# goes on without it when it does not fit, and says nothing: some of what it
# says of an archive that it does use sounds like an error.
use_archive() {
  local archive
  archive=$(archive_file "$1")
  if [[ -s $archive ]]; then
    jvm+=("-XX:SharedArchiveFile=$archive" -Xshare:auto -Xlog:disable)
  fi
}

# ensure_archive NAME: makes the archive for this Java and its jars when there
# is none. It is never needed: what keeps it from being made goes to its log and
# is not tried again for the same jars.
ensure_archive() {
  local archive
  archive=$(archive_file "$1")
  if [[ -s $archive || -e $archive.failed || ! -w $root ]]; then
    return
  fi
  locked make_archive "$1" "$archive"
}

# make_archive NAME FILE
make_archive() {
  local name=$1 archive=$2 started status=0
  [[ ! -s $archive ]] || return 0
  started=$(date +%s)
  say "preparing faster starts of $name (once, less than a minute) ..."
  rm -rf "$state"/training.*
  train "$name" "$archive" >"$state/archive.log" 2>&1 || status=$?
  rm -rf "$state"/training.*
  if ((status == 0)); then
    say "prepared in $(seconds_since "$started")"
  else
    touch "$archive.failed"
    say "not prepared, $name works without it (see $state/archive.log)"
  fi
}

# train NAME FILE: the JVM writes the archive when it ends, so the command runs
# once over little made-up work. Under its final name it is complete.
train() {
  local name=$1 archive=$2 work=$state/training.$$
  mkdir -p "$work"
  "train_$name" "$work" || return
  rm -f "$state/$name-java$JAVA_FEATURE"-*
  mv "$work/archive" "$archive"
}

# train_aggregate FOLDER
train_aggregate() {
  local work=$1 jvm
  write_training_runs "$work"
  spark_jvm --results-dir "$work/results"
  interruptible "$JAVA_HOME/bin/java" "${jvm[@]}" \
    "-XX:ArchiveClassesAtExit=$work/archive" -cp "$(spark_class_path)" \
    dev.sweepline.analytics.AggregateMain \
    --results-dir "$work/results" --config-dir "$work/configs" \
    --enrich-configs --compare-param max_num_seqs \
    --metric throughput_tokens_per_sec \
    --output-dir "$work/out" --warehouse "$work/warehouse"
}

# train_bench FOLDER: nothing serves at the port, which bench says by its exit
# code; before that it rehearses all that a load goes through.
train_bench() {
  local work=$1 jvm status=0
  bench_jvm
  printf '{"id": "p", "prompt": "x", "max_output_tokens": 1}\n' \
    >"$work/prompts.jsonl"
  interruptible "$JAVA_HOME/bin/java" "${jvm[@]}" \
    "-XX:ArchiveClassesAtExit=$work/archive" -jar "$bench_jar" bench \
    --base-url http://127.0.0.1:9 --model none --skip-preflight --quiet \
    --dataset "$work/prompts.jsonl" --request-rate 10 \
    --results-dir "$work/results" || status=$?
  [[ -s $work/archive ]] && ((status == 0 || status == EVERY_RUN_INVALID))
}

# write_training_runs FOLDER: two results in the original's format, which will
# not change any more, each with its configuration.
write_training_runs() {
  local folder=$1 seats i records
  mkdir -p "$folder/configs"
  for seats in 8 16; do
    mkdir -p "$folder/results/training_$seats"
    printf '{"name": "training_%d", "max_num_seqs": %d}\n' "$seats" "$seats" \
      >"$folder/configs/training_$seats.json"
    records=
    for i in {1..20}; do
      records+=${records:+,}$(printf '{"prompt": "prompt %d",
        "prompt_length": 2, "output_length": 5, "ttft": 0.0%02d,
        "end_to_end_latency": 0.1%02d,
        "success": true, "error_msg": null, "tokens_per_second": 40.0,
        "inter_token_latency": 0.025}' "$i" "$i" "$i")
    done
    printf '{"config_hash": "training_%d", "num_requests": 20,
      "request_rate": 10.0, "dataset_name": "training",
      "timestamp": "2026-01-01T00:00:00", "successful_requests": 20,
      "failed_requests": 0, "success_rate": 1.0, "total_tokens_generated": 100,
      "total_time": 2.1, "throughput_tokens_per_sec": 47.6,
      "throughput_requests_per_sec": 9.52, "ttft_mean": 0.01,
      "ttft_p50": 0.01, "ttft_p95": 0.02, "ttft_p99": 0.02,
      "e2e_latency_mean": 0.11, "e2e_latency_p50": 0.11,
      "e2e_latency_p95": 0.12, "e2e_latency_p99": 0.12, "itl_mean": 0.025,
      "itl_p50": 0.025, "itl_p95": 0.025, "itl_p99": 0.025,
      "prometheus_metrics": null, "request_metrics": [%s]}\n' \
      "$seats" "$records" >"$folder/results/training_$seats/results_1.json"
  done
}
