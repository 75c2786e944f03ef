"""The simulated server: it answers at fixed times and logs what it did."""

from __future__ import annotations

import json
import pathlib
import subprocess
import sys

from loadbench import host

SWEEPLINE = pathlib.Path(__file__).resolve().parents[2] / "sweepline"
MODEL = "bench-runner"


class Server:
    """Runs for the time of a `with`.

    With an ITL of 0 an answer is written at once; otherwise each token is a
    write of its own as long as the server's core can follow.
    """

    def __init__(self, folder: pathlib.Path, cores: host.Cores, ttft_ms: float, itl_ms: float):
        self.truth_log = folder / "truth.jsonl"
        self.command = [
            *cores.server, SWEEPLINE, "simulate", MODEL, "--port", "0",
            "--time-model", "fixed", "--ttft-ms", str(ttft_ms), "--itl-ms", str(itl_ms),
        ]

    def with_truth(self) -> Server:
        self.truth_log.unlink(missing_ok=True)
        self.command += ["--truth-log", self.truth_log]
        return self

    def __enter__(self) -> Server:
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith("ready "):
                self.url = line.split()[1]
                return self
        sys.exit("bench-runner: the simulated server did not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def cpu(self) -> float:
        return host.cpu_of(self.process.pid)

    def log(self) -> list[dict]:
        """A line a request, in order of their ends; complete when the server has ended."""
        text = self.truth_log.read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def truth(self) -> dict[str, dict]:
        """The log by request id."""
        return {line["request_id"]: line for line in self.log()}
