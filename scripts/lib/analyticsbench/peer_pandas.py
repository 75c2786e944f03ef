"""The job of aggregate in pandas. Usage: peer_pandas.py TREE OUT PARAMETER"""

import glob
import itertools
import json
import os
import sys

import numpy as np
import pandas as pd

tree, out, parameter = sys.argv[1:]
os.makedirs(out, exist_ok=True)
frames = []
settings = {}
for file in sorted(glob.glob(f"{tree}/*/requests_*.jsonl")):
    with open(file, encoding="utf-8") as lines:
        head = json.loads(next(lines))
        frame = pd.DataFrame([json.loads(line) for line in lines])
    frame.insert(0, "exp_id", head["exp_id"])
    frame.insert(1, "run", head["run"])
    settings[head["exp_id"], head["run"]] = str(head["config"].get(parameter))
    ok = frame.outcome.isin(["ok", "ok_short"])
    several = ok & (frame.output_tokens > 1)
    behind_first = (frame.last_token_us - frame.first_token_us) / (frame.output_tokens - 1)
    frame["ok"] = ok
    frame["ttft_us"] = (frame.first_token_us - frame.scheduled_us).where(ok)
    frame["e2e_us"] = (frame.last_token_us - frame.scheduled_us).where(ok)
    frame["tpot_us"] = np.floor(behind_first + 0.5).where(several)
    frames.append(frame)
requests = pd.concat(frames, ignore_index=True)
del frames
requests.to_parquet(f"{out}/requests.parquet", compression="zstd", index=False)


def quantiles(values, name: str) -> dict:
    found = np.percentile(values, (50, 95, 99)) / 1000
    return {f"{name}_p{percent}": value for percent, value in zip((50, 95, 99), found)}


rows = []
for (exp_id, run), group in requests[requests.phase == "measure"].groupby(["exp_id", "run"]):
    good = group[group.ok]
    tokens = int(good.output_tokens.sum())
    seconds = (group.end_us.max() - group.scheduled_us.min()) / 1e6
    gaps = np.fromiter(itertools.chain.from_iterable(good.gaps_us), float)
    rows.append({
        "exp_id": exp_id, "run": run, "value": settings[exp_id, run], "num_requests": len(group),
        "successful_requests": len(good), "total_tokens_generated": tokens, "total_time": seconds,
        "throughput_tokens_per_sec": tokens / seconds, **quantiles(good.ttft_us, "ttft"),
        **quantiles(good.e2e_us, "e2e_latency"), **quantiles(good.tpot_us.dropna(), "tpot"),
        **quantiles(gaps, "itl")})
runs = pd.DataFrame(rows)
runs.to_csv(f"{out}/runs.csv", index=False)
(runs.groupby("value").throughput_tokens_per_sec.agg(runs="count", mean="mean", sd="std")
 .reset_index().to_csv(f"{out}/comparison.csv", index=False))
