"""How each peer is told to do a work, and where it says what it saw."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
from dataclasses import dataclass
from typing import Callable

from loadbench.client import PROMPT_WORDS, Work
from loadbench.simulator import MODEL


@dataclass(frozen=True)
class Reported:
    """By the client itself; None for what it does not say."""

    requests_per_s: float | None
    ttft_mean_ms: float | None


@dataclass(frozen=True)
class Peer:
    """A load generator that may be installed as NAME/bin/PROGRAM."""

    name: str
    program: str
    command: Callable[[pathlib.Path, str, Work, pathlib.Path, pathlib.Path], list]
    reported: Callable[[pathlib.Path, str], Reported]
    times_tokens: bool = True
    needs_model: bool = True
    # Whether it reads a local model folder when it is told that there is no network.
    offline: bool = True


def installed(peer: Peer, folder: pathlib.Path | None) -> pathlib.Path | None:
    path = folder / peer.name / "bin" / peer.program if folder else None
    if path is not None and os.access(path, os.X_OK):
        return path.resolve()
    # Python ones are only looked for where their versions are known.
    found = shutil.which(peer.program) if not peer.needs_model else None
    return pathlib.Path(found) if found else None


def vllm(program, url, work, model, folder):
    return [
        program, "bench", "serve", "--backend", "openai", "--base-url", url, "--model", MODEL,
        "--tokenizer", model.resolve(), "--dataset-name", "random",
        "--random-input-len", str(PROMPT_WORDS), "--random-output-len", str(work.tokens),
        "--num-prompts", str(work.requests), "--max-concurrency", str(work.concurrency),
        "--request-rate", "inf", "--ignore-eos", "--seed", "0", "--save-result",
        "--result-dir", folder, "--result-filename", "result.json",
    ]


def vllm_reported(folder, _):
    result = read(folder / "result.json")
    return Reported(result["request_throughput"], result["mean_ttft_ms"])


def guidellm(program, url, work, model, folder):
    return [
        program, "run",
        "--backend", f"kind=openai_http,target={url},model={MODEL},request_format=/v1/completions",
        "--profile", f"kind=concurrent,streams={work.concurrency}",
        "--constraint", f"kind=max_requests,count={work.requests}",
        "--data", f"kind=synthetic_text,prompt_tokens={PROMPT_WORDS},output_tokens={work.tokens}",
        "--tokenizer", f"kind=hf_auto,model={model.resolve()}",
        "--output", f"kind=json,path={folder / 'result.json'}", "--disable-console",
    ]


def guidellm_reported(folder, _):
    metrics = read(folder / "result.json")["benchmarks"][0]["metrics"]
    return Reported(
        metrics["requests_per_second"]["successful"]["mean"],
        metrics["time_to_first_token_ms"]["successful"]["mean"],
    )


def aiperf(program, url, work, model, folder):
    return [
        program, "profile", "--model-names", MODEL, "--url", url,
        "--endpoint-type", "completions", "--streaming", "--tokenizer", model.resolve(),
        "--concurrency", str(work.concurrency), "--request-count", str(work.requests),
        "--isl", str(PROMPT_WORDS), "--osl", str(work.tokens),
        "--extra-inputs", "ignore_eos:true", "--extra-inputs", f"min_tokens:{work.tokens}",
        "--use-server-token-count", "--ui-type", "none", "--random-seed", "1",
        "--output-artifact-dir", folder,
    ]


def aiperf_reported(folder, _):
    result = read(folder / "profile_export_aiperf.json")
    return Reported(result["request_throughput"]["avg"], result["time_to_first_token"]["avg"])


def inference_perf(program, url, work, model, folder):
    length = {"min": work.tokens, "max": work.tokens, "mean": work.tokens, "std_dev": 0,
              "total_count": work.requests}
    prompt = {**length, "min": PROMPT_WORDS, "max": PROMPT_WORDS, "mean": PROMPT_WORDS}
    config = {
        "api": {"type": "completion", "streaming": True},
        "server": {"type": "vllm", "model_name": MODEL, "base_url": url, "ignore_eos": True},
        "tokenizer": {"pretrained_model_name_or_path": str(model.resolve())},
        "data": {"type": "random", "input_distribution": prompt, "output_distribution": length},
        "load": {
            "type": "concurrent", "num_workers": 1,
            "stages": [{"num_requests": work.requests, "concurrency_level": work.concurrency}],
        },
        "storage": {"local_storage": {"path": str(folder / "report")}},
    }
    # JSON is YAML too.
    (folder / "config.yml").write_text(json.dumps(config), encoding="utf-8")
    return [program, "--config_file", folder / "config.yml"]


def inference_perf_reported(folder, _):
    result = read(next(folder.glob("report*/**/summary_lifecycle_metrics.json")))["successes"]
    return Reported(
        result["throughput"]["requests_per_sec"],
        result["latency"]["time_to_first_token"]["mean"] * 1000,
    )


def oha(program, url, work, _, folder):
    body = {
        "model": MODEL, "prompt": " ".join(["word"] * PROMPT_WORDS), "max_tokens": work.tokens,
        "ignore_eos": True, "stream": True, "stream_options": {"include_usage": True},
    }
    return [
        program, "-n", str(work.requests), "-c", str(work.concurrency), "--no-tui", "--json",
        "-m", "POST", "-T", "application/json", "-d", json.dumps(body), f"{url}/v1/completions",
    ]


def oha_reported(_, text):
    return Reported(json.loads(text)["summary"]["requestsPerSec"], None)


def read(path: pathlib.Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


PEERS = (
    Peer("vllm", "vllm", vllm, vllm_reported),
    Peer("guidellm", "guidellm", guidellm, guidellm_reported),
    Peer("aiperf", "aiperf", aiperf, aiperf_reported, offline=False),
    Peer("inference-perf", "inference-perf", inference_perf, inference_perf_reported),
    Peer("oha", "oha", oha, oha_reported, times_tokens=False, needs_model=False),
)
