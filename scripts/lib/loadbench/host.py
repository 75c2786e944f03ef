"""This machine: its cores, its open files, and who used its CPU."""

from __future__ import annotations

import ctypes
import os
import pathlib
import platform
import resource
import shutil
import subprocess
import time
from dataclasses import dataclass

TICKS = os.sysconf("SC_CLK_TCK")
PR_SET_CHILD_SUBREAPER = 36
LONGEST_WAIT_FOR_ORPHANS_S = 10


def adopt_orphans() -> None:
    """Processes whose parent is gone become ours, so that their CPU is counted too."""
    if platform.system() == "Linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


@dataclass(frozen=True)
class Cores:
    """Which core each side runs on; empty where nothing is pinned."""

    server: list[str]
    client: list[str]

    @staticmethod
    def of_this_host() -> Cores:
        cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
        if len(cores) < 2 or shutil.which("taskset") is None:
            return Cores([], [])
        return Cores(*(["taskset", "-c", str(core)] for core in cores[:2]))

    def __str__(self) -> str:
        if not self.server:
            return "not pinned (no taskset, or one core)"
        return f"server on core {self.server[-1]}, client on core {self.client[-1]} (taskset)"


def allow_open_files(wanted: int) -> int:
    """Raises the limit of this process and its children; returns what it is now."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return wanted if soft == resource.RLIM_INFINITY else soft


def cpu_of(pid: int) -> float:
    """CPU seconds of a process that still runs."""
    stat = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def wait_for_orphans(keep: int) -> None:
    """Until no child but `keep` is left, so that the CPU of all others is in `children_cpu`."""
    children = pathlib.Path(f"/proc/self/task/{os.getpid()}/children")
    until = time.monotonic() + LONGEST_WAIT_FOR_ORPHANS_S
    while children.exists() and time.monotonic() < until:
        left = [int(pid) for pid in children.read_text().split() if int(pid) != keep]
        if not left:
            return
        for pid in left:
            os.waitpid(pid, os.WNOHANG)
        time.sleep(0.02)


class Others:
    """How much CPU everybody else used since its creation."""

    def __init__(self):
        self.start = time.monotonic(), self.busy(), self.ours()

    @staticmethod
    def busy() -> float:
        stat = pathlib.Path("/proc/stat")
        if not stat.exists():
            return float("nan")
        values = [int(value) for value in stat.read_text().splitlines()[0].split()[1:]]
        user, nice, system, _, _, irq, soft = values[:7]
        return (user + nice + system + irq + soft) / TICKS

    @staticmethod
    def ours() -> float:
        return children_cpu() + time.process_time()

    def cores(self) -> float:
        """On average; NaN where this cannot be known. Our children must have ended."""
        at, busy, ours = self.start
        return (self.busy() - busy - (self.ours() - ours)) / (time.monotonic() - at)


def description() -> list[str]:
    """The machine in a few lines."""
    model = platform.processor() or platform.machine()
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = cpuinfo.read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        model = names[0] if names else model
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return [
        f"{os.cpu_count()} x {model}, {memory:.0f} GiB",
        f"{platform.system()} {platform.release()}, {java()}, Python {platform.python_version()}",
    ]


def java() -> str:
    home = os.environ.get("JAVA_HOME")
    command = f"{home}/bin/java" if home else "java"
    try:
        done = subprocess.run([command, "-version"], capture_output=True, text=True, check=False)
        return "Java " + done.stderr.split('"')[1]
    except (OSError, IndexError):
        return "Java as sweepline finds it"


def free_bytes(folder: pathlib.Path) -> int:
    return shutil.disk_usage(folder).free
