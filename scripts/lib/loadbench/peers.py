"""Other load generators do the same work on the same server in the same call."""

from __future__ import annotations

import os
import pathlib
import subprocess
import time
from dataclasses import dataclass

from loadbench import client, host
from loadbench.bench import Bench
from loadbench.client import Work
from loadbench.peer import PEERS, Peer, Reported, installed
from loadbench.simulator import Server
from loadbench.table import Row, heading, note, number, show

CONCURRENCY = 64
TOKENS = 100
TTFT_MS = 20
ITL_MS = 5
SMALL = 200
OURS = "sweepline"
OFFLINE = {"HF_HUB_OFFLINE": "1", "VLLM_NO_USAGE_STATS": "1", "VLLM_LOGGING_LEVEL": "WARNING"}
LONGEST_S = 900
LONGEST_WAIT_FOR_LOG_S = 3


@dataclass(frozen=True)
class Cost:
    """Of one client: CPU seconds of the small and of the large work, and what it reported."""

    name: str
    times_tokens: bool
    small_s: float
    large_s: float
    per_event_us: float
    reported: Reported


class Failed(Exception):
    """A peer did not do the work; its message says why."""


def ours(bench: Bench, server: Server, work: Work) -> tuple[float, Reported]:
    run = client.run(server, bench.folder, bench.cores, work)
    metrics = run.summary()["metrics"]
    return run.cpu, Reported(metrics["throughput_requests_per_sec"], metrics["service_ttft_mean"])


def of_peer(
    bench: Bench, peer: Peer, program: pathlib.Path, server: Server, work: Work
) -> tuple[float, Reported]:
    folder = bench.folder / f"{peer.name}-{work.requests}"
    folder.mkdir()
    command = peer.command(program, server.url, work, bench.asked.peers_model, folder)
    environment = {**os.environ, **(OFFLINE if peer.offline else {})}
    before = host.children_cpu()
    log = folder / "log"
    with log.open("w", encoding="utf-8") as file:
        try:
            done = subprocess.run(
                [*bench.cores.client, *command], stdout=file, stderr=subprocess.STDOUT,
                env=environment, cwd=folder, timeout=LONGEST_S, check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise Failed(f"did not end within {LONGEST_S} s") from late
    host.wait_for_orphans(keep=server.process.pid)
    cpu = host.children_cpu() - before
    text = log.read_text(encoding="utf-8", errors="replace")
    if done.returncode != 0:
        last = (text.strip().splitlines() or ["it said nothing"])[-1]
        raise Failed(f"ended with {done.returncode}: {last[:200]}")
    return cpu, peer.reported(folder, text)


def cost(bench: Bench, name: str, times_tokens: bool, works: list[Work], measure) -> Cost:
    """By a server of its own, whose log tells whether all of the work was done."""
    cpu, reported = [], Reported(None, None)
    with Server(bench.folder, bench.cores, TTFT_MS, ITL_MS).with_truth() as server:
        for work in works:
            used, reported = measure(server, work)
            cpu.append(used)
            check(name, server, work)
    more = works[1].events - works[0].events
    return Cost(name, times_tokens, cpu[0], cpu[1], (cpu[1] - cpu[0]) / more * 1e6, reported)


def check(name: str, server: Server, work: Work) -> None:
    """The log's lines are written a moment after the answers; then it begins anew."""
    until = time.monotonic() + LONGEST_WAIT_FOR_LOG_S
    while (tokens := logged_tokens(server)) < work.events and time.monotonic() < until:
        time.sleep(0.5)
    server.truth_log.write_text("")
    # Some ask once or twice before they begin.
    if not work.events <= tokens <= work.events + 2 * work.tokens:
        raise Failed(f"{name} made the server write {tokens} tokens instead of {work.events}")


def logged_tokens(server: Server) -> int:
    return sum(line["output_tokens"] for line in server.log())


def peers(bench: Bench) -> bool:
    works = [
        Work(requests, TOKENS, concurrency=CONCURRENCY)
        for requests in (SMALL, 800 if bench.asked.short else 2000)
    ]
    heading(f"Peers: {works[0].requests} and {works[1].requests} requests x {TOKENS} tokens,"
            f" {CONCURRENCY} at once")
    print(f"{'':<16}{f'CPU of {SMALL}':>12}{f'CPU of {works[1].requests}':>13}{'us/event':>10}"
          f"{'requests/s':>12}{'TTFT mean ms':>14}")
    costs = [shown(cost(bench, OURS, True, works, lambda *work: ours(bench, *work)))]
    for peer in PEERS:
        program = installed(peer, bench.asked.peers)
        if program is None:
            note(f"{peer.name}: not installed")
        elif peer.needs_model and bench.asked.peers_model is None:
            note(f"{peer.name}: not run, it needs a tokenizer (--peers-model)")
        else:
            try:
                costs.append(shown(cost(
                    bench, peer.name, peer.times_tokens, works,
                    lambda *work, p=peer, at=program: of_peer(bench, p, at, *work),
                )))
            except (Failed, OSError, KeyError, ValueError) as failure:
                note(f"{peer.name}: failed: {failure}")
    true_s = (TTFT_MS + (TOKENS - 1) * ITL_MS) / 1000
    print(f"{'the truth':<16}{'':>35}{number(CONCURRENCY / true_s):>12}{number(TTFT_MS):>14}")
    note("CPU with the start; us/event without it; requests/s and TTFT as each reports them")
    return show(ratios(costs, works))


def shown(each: Cost) -> Cost:
    print(f"{each.name:<16}{number(each.small_s) + ' s':>12}{number(each.large_s) + ' s':>13}"
          f"{number(each.per_event_us):>10}{number(each.reported.requests_per_s):>12}"
          f"{number(each.reported.ttft_mean_ms):>14}", flush=True)
    return each


def ratios(costs: list[Cost], works: list[Work]) -> list[Row]:
    own, others = costs[0], costs[1:]
    rows = []
    timing = [each for each in others if each.times_tokens]
    for each in timing:
        small, large = own.small_s / each.small_s, own.large_s / each.large_s
        rows.append(Row(f"CPU of {works[0].requests}, of {each.name}'s", small, at_most=0.1))
        rows.append(Row(f"CPU of {works[1].requests}, of {each.name}'s", large, at_most=0.1))
    if timing:
        cheapest = min(timing, key=lambda each: each.per_event_us)
        rows.append(Row(f"CPU per event, of {cheapest.name}'s (cheapest)",
                        own.per_event_us / cheapest.per_event_us, at_most=0.2))
    for each in others:
        if not each.times_tokens:
            rows.append(Row(f"CPU per event, of {each.name}'s",
                            own.per_event_us / each.per_event_us, at_most=1.2))
    return rows
