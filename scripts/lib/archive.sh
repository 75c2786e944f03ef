# shellcheck shell=bash
# Makes the class-data archive that halves the time aggregate takes to start.
# Needs say.sh, java.sh, build.sh, spark.sh.

# ensure_archive: makes the archive for this Java and these jars when there is
# none. It is never needed: what keeps it from being made goes to its log and
# is not tried again for the same jars.
ensure_archive() {
  local archive
  archive=$(archive_file)
  if [[ -s $archive || -e $archive.failed || ! -w $root ]]; then
    return
  fi
  locked make_archive "$archive"
}

# make_archive FILE
make_archive() {
  local archive=$1 started status=0
  [[ ! -s $archive ]] || return 0
  started=$(date +%s)
  say "preparing faster starts of aggregate (once, less than a minute) ..."
  rm -rf "$state"/training.*
  train "$archive" >"$state/archive.log" 2>&1 || status=$?
  rm -rf "$state"/training.*
  if ((status == 0)); then
    say "prepared in $(seconds_since "$started")"
  else
    touch "$archive.failed"
    say "not prepared, aggregate works without it (see $state/archive.log)"
  fi
}

# train FILE: the JVM writes the archive when it ends normally, so aggregate
# runs once over a few made-up requests. Under its final name it is complete.
train() {
  local archive=$1 work=$state/training.$$ jvm
  write_training_runs "$work"
  spark_jvm --results-dir "$work/results"
  interruptible "$JAVA_HOME/bin/java" "${jvm[@]}" \
    "-XX:ArchiveClassesAtExit=$work/archive" -cp "$(spark_class_path)" \
    dev.sweepline.analytics.AggregateMain \
    --results-dir "$work/results" --config-dir "$work/configs" \
    --enrich-configs --compare-param max_num_seqs \
    --metric throughput_tokens_per_sec \
    --output-dir "$work/out" --warehouse "$work/warehouse" || return
  rm -f "$state/aggregate-java$JAVA_FEATURE"-*
  mv "$work/archive" "$archive"
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
