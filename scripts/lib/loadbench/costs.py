"""What an event and a request cost, and how much heap a long run needs.

A cost is the difference of two runs of different size, divided by what the
larger one did more: what a start costs is not in it.
"""

from __future__ import annotations

import re

from loadbench import client, host
from loadbench.bench import Bench
from loadbench.client import Work
from loadbench.simulator import Server
from loadbench.table import Row, heading, note, show

HEAP = "-Xmx1g"
HEAP_LIMIT_MB = 1024
BYTES_PER_RECORD = 700
PAUSE = re.compile(r"Pause .*?\b\d+M->(\d+)M\(\d+M\)")


def rows_of(bench: Bench, what: str, itl_ms: float, small: Work, large: Work, most: float):
    """The cost of what the larger run does more than the smaller one."""
    with Server(bench.folder, bench.cores, 0, itl_ms) as server:
        first = client.run(server, bench.folder, bench.cores, small)
        second = client.run(server, bench.folder, bench.cores, large)
    cost = (second.cpu - first.cpu) / (large.events - small.events) * 1e6
    return [
        Row(f"CPU per {what}", cost, "us", at_most=most),
        Row("  events per read", second.summary()["client"]["events_per_read"]),
        Row("  the simulator's CPU for it", second.server_cpu / large.events * 1e6, "us"),
        Row("  CPU of the smaller run, start included", first.cpu, "s"),
        Row("  requests not served", large.requests - second.served(), exactly=0),
    ]


def events(bench: Bench) -> bool:
    heading("CPU of the client, start not included")
    size = bench.size(4)
    coalesced = Work(1000 * size, 1000, concurrency=16), Work(3000 * size, 1000, concurrency=16)
    apart = Work(320 * size, 200, concurrency=64), Work(960 * size, 200, concurrency=64)
    short = Work(20_000 * size, 1, concurrency=16), Work(60_000 * size, 1, concurrency=16)
    rows = [
        *rows_of(bench, "event, coalesced stream", 0, *coalesced, most=1),
        *rows_of(bench, "event, one per segment", 2, *apart, most=8),
        *rows_of(bench, "request of one event", 0, *short, most=60),
    ]
    return show(rows)


def heap_peak_mb(log: str) -> float:
    """Most heap in use after a collection."""
    return max((float(match) for match in PAUSE.findall(log)), default=float("nan"))


def memory(bench: Bench) -> bool:
    requests = bench.asked.requests
    heading(f"Heap over {requests:,} requests of one run, {HEAP}")
    free = host.free_bytes(bench.folder)
    if free < requests * BYTES_PER_RECORD:
        note(f"not run: its records need {requests * BYTES_PER_RECORD / 1e9:.1f} GB, and there"
             f" are {free / 1e9:.1f} GB free at {bench.folder} (see --dir)")
        return False
    log = bench.folder / "gc.log"
    with Server(bench.folder, bench.cores, 0, 0) as server:
        run = client.run(
            server, bench.folder, bench.cores, Work(requests, 1, concurrency=32),
            f"{HEAP} -Xlog:gc:file={log}:tags:filecount=0",
        )
    return show([
        Row("heap in use after a collection, most", heap_peak_mb(log.read_text()), "MB",
            at_most=HEAP_LIMIT_MB),
        Row("requests not served", requests - run.served(), exactly=0),
        Row("CPU per request, start included", run.cpu / requests * 1e6, "us", at_most=60),
        Row("requests per second", requests / run.wall, "1/s"),
    ])
