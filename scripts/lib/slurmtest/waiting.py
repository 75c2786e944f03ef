"""Waits by looking, never for a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

LOOK_S = 0.2
PATIENCE_S = 120.0

Seen = TypeVar("Seen")


class Unexpected(Exception):
    """A case saw something else than it should have; the text says what."""


def until(what: str, look: Callable[[], Seen | None], limit_s: float = PATIENCE_S) -> Seen:
    """The first thing that `look` returns which counts as true."""
    end = time.monotonic() + limit_s
    while not (seen := look()):
        if time.monotonic() > end:
            raise Unexpected(f"waited {limit_s:.0f} s in vain for {what}")
        time.sleep(LOOK_S)
    return seen


def expect(what: str, seen: object, wanted: object) -> None:
    if seen != wanted:
        raise Unexpected(f"{what} is {seen!r}, not {wanted!r}")
