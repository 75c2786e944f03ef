"""Whether two engines found the same figures."""

from __future__ import annotations

import csv
import math
import pathlib

KEY = ("exp_id", "run")
RELATIVE = 1e-9
FIGURES = [
    "num_requests", "successful_requests", "total_tokens_generated", "total_time",
    "throughput_tokens_per_sec",
    *[f"{name}_p{percent}" for name in ("ttft", "e2e_latency", "tpot", "itl")
      for percent in (50, 95, 99)],
]


def table(file: pathlib.Path) -> dict:
    with open(file, encoding="utf-8", newline="") as text:
        return {tuple(row[key] for key in KEY): row for row in csv.DictReader(text)}


def difference(ours: pathlib.Path, theirs: pathlib.Path) -> str | None:
    """The first figure that differs by more than rounding; None when all agree."""
    left, right = table(ours), table(theirs)
    if left.keys() != right.keys():
        return f"{len(left)} runs against {len(right)}"
    for key, row in left.items():
        for name in FIGURES:
            mine, other = float(row[name]), float(right[key][name])
            if not math.isclose(mine, other, rel_tol=RELATIVE):
                return f"{'/'.join(key)} {name}: {mine!r} against {other!r}"
    return None
