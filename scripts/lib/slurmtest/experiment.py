"""One experiment of a sweep directory: its script and what its jobs wrote."""

from __future__ import annotations

import hashlib
import json
import pathlib
import re

from slurmtest.job import Job
from slurmtest.lab import Lab
from slurmtest.waiting import Unexpected, expect, until


class Experiment:
    def __init__(self, folder: pathlib.Path, script: pathlib.Path):
        self.script = script
        self.exp_id = re.sub(r"^run_|_head\.sbatch$", "", script.name)
        self.results = folder / "results" / self.exp_id
        self.logs = folder / "logs"

    def submit(self, lab: Lab, *options: str) -> Job:
        return lab.submit(self.script, *options)

    def status(self) -> dict:
        """Empty as long as there is none."""
        try:
            return json.loads((self.results / "status.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}

    def await_state(self, state: str) -> None:
        until(f"state {state} of {self.exp_id}", lambda: self.status().get("state") == state)

    def finished(self) -> dict[str, str]:
        """The load points whose requests were all answered: run to a digest of its files."""
        found = {}
        for summary in sorted(self.results.glob("results_*.json")):
            run = summary.stem.removeprefix("results_")
            requests = self.results / f"requests_{run}.jsonl"
            if requests.exists() and _all_answered(summary):
                content = requests.read_bytes() + summary.read_bytes()
                found[run] = hashlib.sha256(content).hexdigest()
        return found

    def verdicts(self) -> list[str]:
        """Of all load points that have a summary."""
        texts = [file.read_text(encoding="utf-8") for file in self.results.glob("results_*.json")]
        return [json.loads(text)["verdict"]["state"] for text in texts]

    def await_finished(self, count: int) -> dict[str, str]:
        return until(
            f"{count} finished load points of {self.exp_id}",
            lambda: runs if len(runs := self.finished()) >= count else None,
        )

    def expect_kept(self, before: dict[str, str]) -> None:
        """None of the load points that were finished before is lost, changed or done again."""
        now = self.finished()
        lost = {run for run, digest in before.items() if now.get(run) != digest}
        if lost:
            raise Unexpected(f"lost or changed: {', '.join(sorted(lost))}")
        again = {run for run in now.keys() - before.keys() if _load(run) in map(_load, before)}
        if again:
            raise Unexpected(f"done again: {', '.join(sorted(again))}")

    def expect_status(self, state: str, exit_code: int, reason: str = "") -> None:
        """The reason as a regular expression; an empty one means null."""
        status = self.status()
        expect("state in status.json", status.get("state"), state)
        expect("exit_code in status.json", status.get("exit_code"), exit_code)
        if not reason:
            expect("reason in status.json", status.get("reason"), None)
        elif not re.search(reason, status.get("reason") or ""):
            raise Unexpected(f"reason in status.json is {status.get('reason')!r}, not /{reason}/")

    def attempts(self) -> list[dict]:
        text = (self.results / "attempts.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def server_logs(self, job: Job) -> list[str]:
        folder = self.logs / f"{self.exp_id}_{job.number}"
        return sorted(file.name for file in folder.glob("head-*.log"))


def _all_answered(summary: pathlib.Path) -> bool:
    return json.loads(summary.read_text(encoding="utf-8"))["counts"].keys() == {"ok"}


def _load(run: str) -> str:
    """The run without its attempt: rate10-3fa9c1-r2-a1 to rate10-3fa9c1-r2."""
    return run.rsplit("-a", 1)[0]
