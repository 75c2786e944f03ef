"""The job of aggregate in Polars. Usage: peer_polars.py TREE OUT PARAMETER"""

import glob
import json
import os
import sys

import polars as pl

tree, out, parameter = sys.argv[1:]
os.makedirs(out, exist_ok=True)
requests = f"{out}/requests.parquet"
col = pl.col
text, whole, small = pl.String, pl.Int64, pl.Int32
schema = {
    "request_id": text, "index": small, "prompt_id": text, "phase": text, "endpoint": text,
    "scheduled_us": whole, "admitted_us": whole, "sent_us": whole, "headers_us": whole,
    "first_event_us": whole, "first_token_us": whole, "first_answer_us": whole,
    "last_token_us": whole, "end_us": whole, "prompt_tokens": small, "output_tokens": small,
    "token_source": text, "events": small, "requested_output_tokens": small,
    "finish_reason": text, "gaps_us": pl.List(small), "gap_tokens": pl.List(small),
    "outcome": text, "http_status": small, "retries": small, "error": text,
}
ok = col("outcome").is_in(["ok", "ok_short"])
behind_first = (col("last_token_us") - col("first_token_us")) / (col("output_tokens") - 1)
files = sorted(glob.glob(f"{tree}/*/requests_*.jsonl"))
(
    pl.scan_ndjson(files, schema=schema, include_file_paths="path")
    .filter(col("request_id").is_not_null())
    .with_columns(
        exp_id=col("path").str.split("/").list.get(-2),
        run=col("path").str.split("/").list.get(-1).str.slice(9).str.strip_suffix(".jsonl"),
        ok=ok,
        ttft_us=pl.when(ok).then(col("first_token_us") - col("scheduled_us")),
        e2e_us=pl.when(ok).then(col("last_token_us") - col("scheduled_us")),
        tpot_us=pl.when(ok & (col("output_tokens") > 1)).then((behind_first + 0.5).floor()),
    )
    .drop("path")
    .sink_parquet(requests, compression="zstd", maintain_order=False)
)
heads = []
for file in files:
    with open(file, encoding="utf-8") as lines:
        head = json.loads(next(lines))
    heads.append((head["exp_id"], head["run"], str(head["config"].get(parameter))))
settings = pl.LazyFrame(heads, schema=["exp_id", "run", "value"], orient="row")


def quantiles(column: str, name: str) -> list:
    return [(col(column).quantile(share, "linear") / 1000).alias(f"{name}_p{int(share * 100)}")
            for share in (0.5, 0.95, 0.99)]


key = ["exp_id", "run"]
measured = pl.scan_parquet(requests).filter(col("phase") == "measure")
figures = measured.group_by(key).agg(
    pl.len().alias("num_requests"),
    col("ok").sum().alias("successful_requests"),
    col("output_tokens").filter(col("ok")).sum().alias("total_tokens_generated"),
    ((col("end_us").max() - col("scheduled_us").min()) / 1e6).alias("total_time"),
    *quantiles("ttft_us", "ttft"), *quantiles("e2e_us", "e2e_latency"),
    *quantiles("tpot_us", "tpot"))
gaps = (measured.filter(col("ok")).select(*key, "gaps_us").explode("gaps_us").drop_nulls()
        .group_by(key).agg(*quantiles("gaps_us", "itl")))
runs = (
    figures.join(gaps, on=key, how="left").join(settings, on=key, how="left")
    .with_columns(
        throughput_tokens_per_sec=col("total_tokens_generated") / col("total_time"))
    .sort(key).collect(engine="streaming"))
runs.write_csv(f"{out}/runs.csv")
speed = col("throughput_tokens_per_sec")
(runs.group_by("value").agg(pl.len().alias("runs"), speed.mean().alias("mean"),
                            speed.std().alias("sd"))
 .sort("value").write_csv(f"{out}/comparison.csv"))
