"""Processes of this machine, found by what stands in their environment."""

from __future__ import annotations

import os
import pathlib
import signal


def where(**variables: str) -> list[int]:
    """Those of this user that have all these variables."""
    wanted = {f"{name}={value}".encode() for name, value in variables.items()}
    return [pid for pid in _all() if wanted <= set(_read(pid, "environ").split(b"\0"))]


def named(pids: list[int]) -> list[str]:
    """Their command lines, of those that are still there."""
    lines = (_read(pid, "cmdline").replace(b"\0", b" ").decode(errors="replace") for pid in pids)
    return [line.strip() for line in lines if line]


def having(word: str, pids: list[int]) -> list[int]:
    """The JVMs whose command line has this word."""
    return [
        pid
        for pid in pids
        if word.encode() in _read(pid, "cmdline").split(b"\0") and b"java" in _read(pid, "comm")
    ]


def parents_named(name: str, pids: list[int]) -> list[int]:
    found = set()
    for pid in pids:
        above = _parent(pid)
        while above > 1:
            if name in _read(above, "comm").decode():
                found.add(above)
            above = _parent(above)
    return sorted(found)


def kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def _all() -> list[int]:
    return [int(folder.name) for folder in pathlib.Path("/proc").glob("[0-9]*")]


def _parent(pid: int) -> int:
    for line in _read(pid, "status").splitlines():
        if line.startswith(b"PPid:"):
            return int(line.split()[1])
    return 0


def _read(pid: int, name: str) -> bytes:
    try:
        return pathlib.Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
