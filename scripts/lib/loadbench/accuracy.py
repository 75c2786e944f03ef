"""Whether requests leave when they are due, and whether what is recorded is true."""

from __future__ import annotations

from loadbench import client, host
from loadbench.bench import Bench
from loadbench.client import Work
from loadbench.simulator import Server
from loadbench.table import Row, heading, note, show
from loadbench.truth import Comparison

OPEN_STREAMS = 10_000
FILES_BESIDE_STREAMS = 300
# A server that has just started is slow to begin with.
WARMUP_S = 2


def lateness(bench: Bench) -> bool:
    heading("Dispatch of an open load")
    rows = []
    seconds = bench.seconds(60, 10)
    for rate, p50, p99 in ((1000, 50, 250), (5000, None, None)):
        work = Work(rate * seconds, 16, rate=rate, warmup=rate * WARMUP_S)
        with Server(bench.folder, bench.cores, 10, 0) as server:
            run = client.run(server, bench.folder, bench.cores, work)
        summary = run.summary()
        late = summary["client"]["lateness_us"]
        off = abs(summary["metrics"]["achieved_rate"] / rate - 1) * 100
        at = f"at {rate:,}/s, {seconds} s"
        rows += [
            Row(f"lateness p50 {at}", late["p50"], "us", at_most=p50),
            Row(f"lateness p99 {at}", late["p99"], "us", at_most=p99),
            Row(f"slots lost {at}", work.requests + work.warmup - run.attempted(), exactly=0),
            Row(f"rate off {at}", off, "%", at_most=0.1),
        ]
    return show(rows)


def compare(bench: Bench, work: Work, ttft_ms: float, itl_ms: float):
    """The run, its comparison with the truth, and the share of its core the server used."""
    server = Server(bench.folder, bench.cores, ttft_ms, itl_ms).with_truth()
    with server:
        run = client.run(server, bench.folder, bench.cores, work)
    return run, Comparison.of(run, server.truth()), run.server_cpu / run.wall


def counts(work: Work, truth: Comparison) -> list[Row]:
    return [
        Row("  requests without a record", work.requests - truth.requests, exactly=0),
        Row("  token counts that differ", truth.requests - truth.exact, exactly=0),
    ]


def truth(bench: Bench) -> bool:
    heading("Error against the server's truth")
    rate, warmup = 500, 500 * WARMUP_S
    scheduled = Work(rate * bench.seconds(20, 6), 100, rate=rate, warmup=warmup)
    _, light, share = compare(bench, scheduled, 50, 2)
    rows = [
        Row("TTFT error p50, 500/s x 100 tokens", light.error(50), "us", at_most=50),
        Row("TTFT error p99", light.error(99), "us", at_most=500),
        Row("  of it on arrival, p99", light.arrival(99), "us"),
        Row("  pooled ITL mean, of the true one", light.gaps_ms / 2, ""),
        Row("  the simulator's share of its core", share * 100, "%"),
        *counts(scheduled, light),
    ]
    # 200 tokens take 2 s, so that 1,000 are open at this rate.
    opened = Work(rate * bench.seconds(20, 6), 200, rate=rate, warmup=warmup)
    _, many, share = compare(bench, opened, 10, 10)
    rows += [
        Row("TTFT error mean, 1,000 open streams", many.mean_error() / 1000, "ms", at_most=2),
        Row("  of it on arrival, mean", many.mean_arrival() / 1000, "ms"),
        Row("  pooled ITL mean, of the true one", many.gaps_ms / 10, ""),
        Row("  the simulator's share of its core", share * 100, "%"),
        *counts(opened, many),
    ]
    return show(rows)


def streams(bench: Bench) -> bool:
    files = host.allow_open_files(OPEN_STREAMS + FILES_BESIDE_STREAMS)
    wanted = min(OPEN_STREAMS, files - FILES_BESIDE_STREAMS)
    heading(f"{wanted:,} streams open at once, 4 tokens/s each")
    if wanted < OPEN_STREAMS:
        note(f"the hard limit of open files is {files}: no more than {wanted} streams are possible")
    opening_s, open_s = 10, bench.seconds(30, 5)
    work = Work(wanted, 4 * (opening_s + open_s), rate=wanted / opening_s)
    run, true, share = compare(bench, work, 250, 250)
    summary = run.summary()
    return show([
        Row("open at once", summary["client"]["in_flight_max"], exactly=wanted),
        Row("requests not served", wanted - run.served(), exactly=0),
        *counts(work, true),
        Row("TTFT error p50", true.error(50) / 1000, "ms"),
        Row("TTFT error p99", true.error(99) / 1000, "ms"),
        Row("lateness p99", summary["client"]["lateness_us"]["p99"] / 1000, "ms"),
        Row("CPU per event, start included", run.cpu / work.events * 1e6, "us"),
        Row("the simulator's share of its core", share * 100, "%"),
    ])
