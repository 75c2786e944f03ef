"""What a command took: wall time, and CPU time of all its processes."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import time


@dataclasses.dataclass(frozen=True)
class Cost:
    """Of one command, or of the part of it above another one."""

    wall_s: float
    cpu_s: float
    memory_mb: float

    def above(self, floor: Cost) -> Cost:
        return Cost(self.wall_s - floor.wall_s, self.cpu_s - floor.cpu_s, self.memory_mb)

    def ratio(self, other: Cost) -> str:
        return f"{self.cpu_s / other.cpu_s:.2f} CPU, {self.wall_s / other.wall_s:.2f} wall"


def run(*command: object) -> Cost:
    """Runs a command to its end; its output is shown only when it fails."""
    words = [str(word) for word in command]
    start = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.stderr.buffer.write(output)
        raise SystemExit(f"{words[0]} ended with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(times: int, *command: object) -> Cost:
    """The run that took least CPU: others on the machine only ever add to it."""
    return min((run(*command) for _ in range(times)), key=lambda cost: cost.cpu_s)
