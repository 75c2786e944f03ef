"""Runs of `sweepline bench`, and the work that they or a peer do."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Iterator

from loadbench import host
from loadbench.simulator import SWEEPLINE, Server

MOST_PROMPTS = 1000
PROMPT_WORDS = 32
# A verdict on the load is no failure here: an emptying server voids throughput only.
GOOD_EXITS = (0, 74)


@dataclass(frozen=True)
class Work:
    """Requests of so many tokens each, on a schedule or in a closed loop.

    Warm-up requests come before them, at the same rate, and are not measured.
    """

    requests: int
    tokens: int
    rate: float | None = None
    concurrency: int | None = None
    warmup: int = 0

    @property
    def events(self) -> int:
        return self.requests * self.tokens

    def arguments(self) -> list[str]:
        shape = (
            ["--request-rate", str(self.rate)]
            if self.rate
            else ["--concurrency", str(self.concurrency)]
        )
        return [
            *shape, "--max-prompts", str(self.requests), "--warmup-requests", str(self.warmup),
            "--ignore-eos",
        ]

    def write_dataset(self, path: pathlib.Path) -> pathlib.Path:
        with path.open("w", encoding="utf-8") as file:
            for i in range(min(self.requests, MOST_PROMPTS)):
                prompt = " ".join([f"word{i}"] * PROMPT_WORDS)
                line = {"id": f"p{i}", "prompt": prompt, "max_output_tokens": self.tokens}
                file.write(json.dumps(line) + "\n")
        return path


@dataclass(frozen=True)
class Run:
    """What one call cost and left."""

    cpu: float
    server_cpu: float
    wall: float
    results: pathlib.Path

    def summary(self) -> dict:
        return json.loads(next(self.results.glob("*/results_*.json")).read_text(encoding="utf-8"))

    def records(self) -> Iterator[dict]:
        """Of the measured requests."""
        with next(self.results.glob("*/requests_*.jsonl")).open(encoding="utf-8") as file:
            next(file)
            for record in map(json.loads, file):
                if record["phase"] == "measure":
                    yield record

    def attempted(self) -> int:
        """Warm-up requests are among them, as below."""
        counts = self.summary()["counts"]
        return sum(counts.values()) - counts.get("not_sent", 0)

    def served(self) -> int:
        return self.summary()["counts"].get("ok", 0)


def run(
    server: Server, folder: pathlib.Path, cores: host.Cores, work: Work, java_options: str = ""
) -> Run:
    """One load point, its start included. Earlier results in the folder are removed."""
    results = folder / "results"
    shutil.rmtree(results, ignore_errors=True)
    command = [
        *cores.client, SWEEPLINE, "bench", "--base-url", server.url,
        "--dataset", work.write_dataset(folder / "prompts.jsonl"), "--repeat-prompts",
        "--results-dir", results, "--quiet", *work.arguments(),
    ]
    environment = {**os.environ, "SWEEPLINE_JAVA_OPTS": java_options}
    cpu, server_cpu, start = host.children_cpu(), server.cpu(), time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in GOOD_EXITS:
        sys.exit(f"bench-runner: sweepline bench ended with {done.returncode}:\n{done.stderr}")
    return Run(
        host.children_cpu() - cpu, server.cpu() - server_cpu, time.monotonic() - start, results
    )
