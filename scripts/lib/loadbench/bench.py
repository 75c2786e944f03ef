"""What all sections share."""

from __future__ import annotations

import argparse
import pathlib
from dataclasses import dataclass

from loadbench import host


@dataclass(frozen=True)
class Bench:
    """What was asked for, and where it is done."""

    asked: argparse.Namespace
    folder: pathlib.Path
    cores: host.Cores

    def size(self, full: int) -> int:
        """A factor of the work: `full`, or 1 when it is to be short."""
        return 1 if self.asked.short else full

    def seconds(self, full: int, short: int) -> int:
        return short if self.asked.short else full
