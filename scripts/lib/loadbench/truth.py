"""The client's records beside the server's log."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from loadbench.client import Run


def percentile(values: list[float], p: float) -> float:
    """With linear interpolation, as everywhere in Sweepline."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * p / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


@dataclass(frozen=True)
class Comparison:
    """Times in microseconds.

    The error of a request is (first token - sent) by the client minus (first
    token written - read) by the server. Its arrival part is the client's stamp
    of the first token minus the server's, on the clock that both share.
    """

    requests: int
    exact: int
    errors: list[float]
    arrivals: list[float]
    gaps_ms: float

    @staticmethod
    def of(run: Run, truth: dict[str, dict]) -> Comparison:
        origin_us = run.summary()["monotonic_ns_at_start"] / 1000
        errors, arrivals, gaps = [], [], []
        requests = exact = 0
        for record in run.records():
            requests += 1
            true = truth.get(record["request_id"])
            if true is None or record["first_token_us"] is None:
                continue
            exact += record["output_tokens"] == true["output_tokens"]
            service = record["first_token_us"] - record["sent_us"]
            errors.append(service - (true["first_token_ns"] - true["read_ns"]) / 1000)
            arrivals.append(origin_us + record["first_token_us"] - true["first_token_ns"] / 1000)
            gaps.extend(record["gaps_us"])
        return Comparison(
            requests, exact, errors, arrivals, statistics.fmean(gaps) / 1000 if gaps else 0
        )

    def error(self, p: float) -> float:
        return percentile([abs(error) for error in self.errors], p)

    def mean_error(self) -> float:
        return statistics.fmean(abs(error) for error in self.errors)

    def arrival(self, p: float) -> float:
        return percentile(self.arrivals, p)

    def mean_arrival(self) -> float:
        return statistics.fmean(self.arrivals)
