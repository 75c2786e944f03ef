"""A sweep directory: configurations, dataset, cluster profile, and the scripts made of them."""

from __future__ import annotations

import csv
import json
import pathlib
import shutil
import subprocess
from dataclasses import dataclass

from slurmtest.experiment import Experiment
from slurmtest.lab import Lab
from slurmtest.waiting import Unexpected

HERE = pathlib.Path(__file__).resolve().parent
SWEEPLINE = HERE.parents[1] / "sweepline"
DATASET = "tiny.jsonl"
PROMPTS = 40
GPUS_PER_NODE = 2

# Few tokens, and long between them: on a busy machine a client is late by some milliseconds, which
# must be little against them, or else its runs are invalid, as they should be.
TOKENS = 2
SERVE_ARGUMENTS = ("--time-model", "fixed", "--ttft-ms", "1000", "--itl-ms", "500")
JAVA = ("${java}", "-XX:TieredStopAtLevel=1", "-jar", "${bench_jar}")


@dataclass(frozen=True)
class Shape:
    """What a sweep is made of; the defaults are the smallest that shows anything."""

    nodes: int = 2
    seats: tuple[int, ...] = (16,)
    concurrency: tuple[int, ...] = (20, 40)
    repeats: int = 1
    ready_timeout_s: int = 90
    stop_timeout_s: int = 10
    time_limit: str = "00:10:00"
    max_requeues: int = 0
    head: tuple[str, ...] = ()
    worker: tuple[str, ...] = ()


class Workshop:
    """Makes sweeps; all use one dataset."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.dataset = folder / "datasets" / DATASET
        _sweepline(
            folder, "dataset", "--num-prompts", PROMPTS, "--length-distribution", "short=1",
            "--max-output-tokens", TOKENS, "--output", DATASET,
        )

    def sweep(self, name: str, *shapes: Shape) -> Sweep:
        """One plan of all shapes, which differ in nodes and seats only."""
        folder = self.folder / name
        folder.mkdir()
        # Its own copy, which a case may spoil.
        shutil.copytree(self.dataset.parent, folder / "datasets")
        for shape in shapes:
            for seats in shape.seats:
                _write_config(folder, shape.nodes, seats)
        sweep = Sweep(folder, shapes[0])
        sweep.plan()
        return sweep


class Sweep:
    def __init__(self, folder: pathlib.Path, shape: Shape):
        self.folder = folder
        self.shape = shape
        self.head = folder / "head.options"
        self.worker = folder / "worker.options"
        _write_lines(self.head, shape.head)
        _write_lines(self.worker, shape.worker)
        (folder / "lab.yaml").write_text(self._profile(), encoding="utf-8")

    def plan(self) -> None:
        concurrency = ",".join(map(str, self.shape.concurrency))
        _sweepline(
            self.folder, "sbatch", "--dataset", DATASET, "--cluster", "lab.yaml",
            "--concurrency", concurrency, "--repeats", self.shape.repeats,
        )

    def experiments(self) -> list[Experiment]:
        scripts = sorted(self.folder.glob("run_*_head.sbatch"))
        return [Experiment(self.folder, script) for script in scripts]

    def experiment(self) -> Experiment:
        (only,) = self.experiments()
        return only

    def launch(self, lab: Lab) -> str:
        """The ledger of what was submitted."""
        lab.ask(self.folder / "launch_all_experiments.sh", "--no-aggregate")
        return (self.folder / "submissions.jsonl").read_text(encoding="utf-8")

    def aggregate(self) -> list[dict[str, str]]:
        """The runs that it reads."""
        _sweepline(self.folder, "aggregate")
        table = self.folder / "results" / "experiment_results.csv"
        with table.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def heal(self) -> None:
        """From now on its servers and clients do not fail."""
        for file in (self.head, self.worker, self.folder / "client.fails"):
            file.unlink(missing_ok=True)

    def _profile(self) -> str:
        """JSON is YAML."""
        shape = self.shape
        profile = {
            "name": "lab",
            "launch": "slurm",
            "serve": [str(HERE / "server.sh"), str(self.folder), *JAVA, "simulate"],
            "serve_args": SERVE_ARGUMENTS,
            "client": [str(HERE / "client.sh"), str(self.folder), *JAVA, "bench"],
            "interface": "lo",
            "ready_timeout_s": shape.ready_timeout_s,
            "stop_timeout_s": shape.stop_timeout_s,
            "time_limit": shape.time_limit,
            "requeue": True,
            "max_requeues": shape.max_requeues,
            "cpus_per_task": 1,
            "minutes_per_run": 0.1,
        }
        return json.dumps(profile, indent=2) + "\n"


def _write_config(folder: pathlib.Path, nodes: int, seats: int) -> None:
    config = {
        "model_path": "zai-org/GLM-4.6",
        "num_nodes": nodes,
        "gpus_per_node": GPUS_PER_NODE,
        "tensor_parallel_size": 1,
        "enable_expert_parallel": True,
        "max_num_seqs": seats,
        "data_parallel_size": nodes * GPUS_PER_NODE,
        "data_parallel_size_local": GPUS_PER_NODE,
    }
    configs = folder / "configs"
    configs.mkdir(exist_ok=True)
    file = configs / f"nodes{nodes}-seats{seats}.json"
    file.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def _write_lines(file: pathlib.Path, lines: tuple[str, ...]) -> None:
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _sweepline(folder: pathlib.Path, *words: object) -> None:
    done = subprocess.run(
        [SWEEPLINE, *map(str, words)], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Unexpected(f"sweepline {words[0]} failed: {done.stderr.strip()}")
