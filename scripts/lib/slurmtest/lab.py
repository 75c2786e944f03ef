"""A lab of real Slurm, for the time of a `with`."""

from __future__ import annotations

import os
import pathlib
import signal
import subprocess

from slurmtest import processes
from slurmtest.job import Job
from slurmtest.waiting import Unexpected

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "slurm-lab"
ANSWER_S = 60


class Lab:
    def __init__(self, folder: pathlib.Path, *options: str):
        self.folder = folder
        self.options = options
        self.conf = folder / "slurm.conf"
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SLURM_", "SBATCH_"))
        }
        self.environment["SLURM_CONF"] = str(self.conf)
        self.environment["PATH"] += ":/usr/sbin:/sbin"

    def __enter__(self) -> Lab:
        # Sites leave a job 30 s between TERM and KILL.
        command = [SCRIPT, "up", self.folder, "--set", "KillWait=30", *self.options]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return self

    def __exit__(self, *_) -> None:
        subprocess.run([SCRIPT, "down", self.folder], check=False)

    def run(self, *command: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(word) for word in command],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=ANSWER_S,
            check=False,
        )

    def ask(self, *command: object) -> str:
        """What a command prints that has to succeed."""
        done = self.run(*command)
        if done.returncode != 0:
            raise Unexpected(f"{command[0]} failed: {done.stderr.strip()}")
        return done.stdout.strip()

    def submit(self, script: pathlib.Path, *options: str, arguments: tuple[str, ...] = ()) -> Job:
        return Job(self, self.ask("sbatch", "--parsable", *options, script, *arguments))

    def kill_node(self, node: str) -> None:
        """As when its power fails: its daemon and all that runs on it, at once."""
        daemon = int((self.folder / f"node-{node}.pid").read_text())
        os.kill(daemon, signal.SIGKILL)
        on_it = processes.where(SLURM_CONF=str(self.conf), SLURMD_NODENAME=node)
        # What reports the end of a task must not live to report it.
        for process in processes.parents_named("slurmstepd", on_it) + on_it:
            processes.kill(process)
