"""A submitted job."""

from __future__ import annotations

import re
import typing

from slurmtest import processes
from slurmtest.waiting import PATIENCE_S, Unexpected, until

if typing.TYPE_CHECKING:
    from slurmtest.lab import Lab

ENDED = {"COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY", "DEADLINE"}
# How long the last process of a job may outlive it.
CLEAN_UP_S = 10


class Job:
    def __init__(self, lab: Lab, number: str):
        self.lab = lab
        self.number = number

    def facts(self) -> dict[str, str]:
        """What Slurm says of it, by Slurm's own names."""
        text = self.lab.ask("scontrol", "-o", "show", "job", self.number)
        return dict(re.findall(r"(\w+(?:/\w+)?)=(\S*)", text))

    def state(self) -> str:
        return self.facts()["JobState"]

    def await_end(self, limit_s: float = PATIENCE_S) -> str:
        """The state that it ended in."""
        return until(
            f"the end of job {self.number}",
            lambda: state if (state := self.state()) in ENDED else None,
            limit_s,
        )

    def exit_code(self) -> int:
        return int(self.facts()["ExitCode"].split(":")[0])

    def processes(self) -> list[int]:
        return processes.where(SLURM_CONF=str(self.lab.conf), SLURM_JOB_ID=self.number)

    def await_no_process(self) -> None:
        try:
            until("its processes to end", lambda: not self.processes(), CLEAN_UP_S)
        except Unexpected:
            left = processes.named(self.processes())
            raise Unexpected(f"job {self.number} left: {'; '.join(left)}") from None

    def cancel(self, *options: str) -> None:
        self.lab.ask("scancel", *options, self.number)
