"""Makes trees of results as the load generator writes them, from a seed.

Same arguments, same bytes. Planted: tensor_parallel_size 2 is 1.6 times as
fast as 1, max_num_batched_tokens 16384 is 5 % faster than 8192, nothing else
does anything; 2 % noise a run. One request of a hundred fails.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import pathlib
import random
from concurrent.futures import ProcessPoolExecutor

REPEATS = 3
MEAN_GAPS = 20
GAP_VALUES = 4096
FAILED_SHARE = 0.01
ENDPOINT = "http://127.0.0.1:8000"
AXES = [
    ("max_num_batched_tokens", [8192, 16384]),
    ("tensor_parallel_size", [1, 2]),
    ("max_num_seqs", [128, 256, 512]),
    ("block_size", [16, 32]),
]
LOAD = {
    "kind": "open", "rate": 100.0, "arrival": "constant", "burstiness": None, "concurrency": None,
    "max_in_flight": None, "max_connections": None, "requests": 0, "duration_s": None,
    "warmup_requests": 0, "seed": 42, "endpoint": "completions", "max_output_tokens": None,
    "ignore_eos": True, "connect_timeout_s": 10.0, "first_token_timeout_s": None,
    "idle_timeout_s": None, "total_timeout_s": 600.0,
}
SERVED = (
    '{"request_id":"%s-%06d","index":%d,"prompt_id":"p%05d","phase":"measure","endpoint":"%s",'
    '"scheduled_us":%d,"admitted_us":%d,"sent_us":%d,"headers_us":%d,"first_event_us":%d,'
    '"first_token_us":%d,"first_answer_us":%d,"last_token_us":%d,"end_us":%d,"prompt_tokens":%d,'
    '"output_tokens":%d,"token_source":"usage","events":%d,"requested_output_tokens":%d,'
    '"finish_reason":"length","gaps_us":[%s],"gap_tokens":null,"outcome":"ok",'
    '"http_status":200,"retries":0,"error":null}\n'
)
FAILED = (
    '{"request_id":"%s-%06d","index":%d,"prompt_id":"p%05d","phase":"measure","endpoint":"%s",'
    '"scheduled_us":%d,"admitted_us":%d,"sent_us":%d,"headers_us":%d,"first_event_us":null,'
    '"first_token_us":null,"first_answer_us":null,"last_token_us":null,"end_us":%d,'
    '"prompt_tokens":null,"output_tokens":null,"token_source":null,"events":0,'
    '"requested_output_tokens":%d,"finish_reason":null,"gaps_us":[],"gap_tokens":null,'
    '"outcome":"http_error","http_status":500,"retries":0,"error":"500: internal"}\n'
)


def config(number: int) -> dict:
    """The settings of a configuration: the digits of its number, then a variant."""
    keys = {"model": "example/model-8b", "nodes": 1, "gpus_per_node": 8}
    for name, values in AXES:
        number, digit = divmod(number, len(values))
        keys[name] = values[digit]
    if number:
        keys["seed"] = number
    return keys


def speed(keys: dict) -> float:
    return (1.05 if keys["max_num_batched_tokens"] == 16384 else 1.0) * (
        1.6 if keys["tensor_parallel_size"] == 2 else 1.0)


def header(keys: dict, repeat: int, requests: int, uid: str) -> dict:
    digest = hashlib.sha256(json.dumps(keys, sort_keys=True).encode()).hexdigest()
    return {
        "schema_version": "1.0", "run_uid": uid, "exp_id": "exp_" + digest[:12],
        "run": f"rate100-{digest[12:18]}-r{repeat}-a1",
        "started_at": "2026-01-31T12:00:00.000000Z", "monotonic_ns_at_start": 0,
        "load": {**LOAD, "requests": requests},
        "dataset": {"name": "made", "sha256": "0" * 64, "prompts": 1000, "tokenizer": None},
        "config": {**keys, "extra_args": {}},
        "tool": {"name": "sweepline", "version": "bench", "java": "17"},
    }


def lines(rng: random.Random, uid: str, requests: int, pace: float):
    gaps = [int(rng.lognormvariate(9.55, 0.25) / pace) for _ in range(GAP_VALUES)]
    gaps = [gap * 9 if rng.random() < 0.02 else gap for gap in gaps]
    gaps += gaps[: 2 * MEAN_GAPS]
    words = [str(gap) for gap in gaps]
    until = [0, *itertools.accumulate(gaps)]
    for index in range(requests):
        due = index * 10_000
        prompt = rng.randrange(1000)
        sent = due + 20 + rng.randrange(200)
        if rng.random() < FAILED_SHARE:
            yield FAILED % (uid, index, index, prompt, ENDPOINT, due, due, sent, sent + 900,
                            sent + 1000, MEAN_GAPS)
            continue
        first = sent + int(rng.lognormvariate(11.7, 0.35) / pace)
        count = rng.randrange(MEAN_GAPS // 2, MEAN_GAPS * 3 // 2 + 1)
        at = rng.randrange(GAP_VALUES)
        last = first + until[at + count] - until[at]
        yield SERVED % (uid, index, index, prompt, ENDPOINT, due, due, sent, first - 400, first,
                        first, first, last, last + 90, 20 + prompt, count + 1, count + 1,
                        count + 1, ",".join(words[at:at + count]))


def write_run(job: tuple) -> int:
    folder, seed, number, requests = job
    configuration, repeat = divmod(number, REPEATS)
    keys = config(configuration)
    rng = random.Random(seed * 1_000_003 + number)
    uid = "%08x-%04d-4000-8000-%012x" % (rng.getrandbits(32), repeat, number)
    head = header(keys, repeat + 1, requests, uid)
    file = pathlib.Path(folder, head["exp_id"], f"requests_{head['run']}.jsonl")
    file.parent.mkdir(parents=True, exist_ok=True)
    pace = speed(keys) * (1 + 0.02 * rng.gauss(0, 1))
    with open(file, "w", encoding="ascii", newline="\n") as out:
        out.write(json.dumps(head, separators=(",", ":")) + "\n")
        out.writelines(lines(rng, uid, requests, pace))
    return file.stat().st_size


def make(folder: pathlib.Path, runs: int, requests: int, seed: int = 1) -> int:
    """Writes so many runs of so many requests each; returns the bytes."""
    jobs = [(str(folder), seed, number, requests) for number in range(runs)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return sum(pool.map(write_run, jobs, chunksize=4))
