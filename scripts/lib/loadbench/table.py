"""The table that is printed: what, figure, target, ratio."""

from __future__ import annotations

import math
from dataclasses import dataclass

WIDTH = 80


def number(value: float | None) -> str:
    if value is None or math.isnan(value):
        return "unknown"
    if value == int(value) and abs(value) < 1e9:
        return f"{value:.0f}"
    if abs(value) < 0.001:
        return f"{value:.0e}"
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.3g}"


@dataclass(frozen=True)
class Row:
    """A figure; with `at_most` or `exactly` it has a target, which decides its mark."""

    what: str
    figure: float | None
    unit: str = ""
    at_most: float | None = None
    exactly: float | None = None

    def missed(self) -> bool:
        if self.figure is None or math.isnan(self.figure):
            return self.at_most is not None or self.exactly is not None
        if self.exactly is not None:
            return self.figure != self.exactly
        return self.at_most is not None and self.figure > self.at_most

    def __str__(self) -> str:
        target, ratio = "", ""
        if self.exactly is not None:
            target = f"= {number(self.exactly)}"
        elif self.at_most is not None:
            target = f"<= {number(self.at_most)}"
        if self.at_most and self.figure is not None:
            ratio = number(self.figure / self.at_most)
        mark = "MISSED" if self.missed() else ""
        figure = f"{number(self.figure)} {self.unit}"
        return f"{self.what:<40}{figure:>15}{target:>11}{ratio:>7} {mark}".rstrip()


def heading(title: str) -> None:
    print(f"\n{title}", flush=True)


def header() -> None:
    print(f"{'':<40}{'figure':>15}{'target':>11}{'ratio':>7}")


def show(rows: list[Row]) -> bool:
    """Prints them; whether no target is missed."""
    for row in rows:
        print(row, flush=True)
    return not any(row.missed() for row in rows)


def note(text: str) -> None:
    """A line below the rows, wrapped."""
    line = "  "
    for word in text.split():
        if len(line) + len(word) >= WIDTH:
            print(line.rstrip())
            line = "  "
        line += word + " "
    print(line.rstrip(), flush=True)
