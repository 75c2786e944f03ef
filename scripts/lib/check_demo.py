"""Checks what a finished demo left: check_demo.py FOLDER VERDICTS

Appends a line "passed NAME" or "failed NAME" for each check to the file
VERDICTS, and ends with exit code 1 when one failed.
"""

import csv
import json
import pathlib
import sys

import duckdb

MATTERS = ("max_num_seqs", "8", "32")
DOES_NOT_MATTER = "block_size"
STARTS = 12


class Demo:
    def __init__(self, folder: pathlib.Path):
        self.folder = folder

    def file(self, name: str) -> pathlib.Path:
        path = self.folder / "results" / name
        assert path.is_file() and path.stat().st_size > 0, f"{path} is missing or empty"
        return path

    def viz(self) -> dict:
        """By a strict parser: neither NaN nor a key that stands twice."""

        def refuse(constant):
            raise AssertionError(f"viz_data.json holds {constant}")

        def once(pairs):
            keys = [key for key, _ in pairs]
            assert len(keys) == len(set(keys)), f"viz_data.json has a key twice in {keys}"
            return dict(pairs)

        text = self.file("viz_data.json").read_text(encoding="utf-8")
        return json.loads(text, parse_constant=refuse, object_pairs_hook=once)

    def table(self, name: str) -> list[dict]:
        glob = self.folder / "warehouse" / "batch=*" / name / "*.parquet"
        relation = duckdb.sql(f"SELECT * FROM read_parquet('{glob}')")
        return [dict(zip(relation.columns, row)) for row in relation.fetchall()]

    def effects(self, parameter: str) -> list[dict]:
        """Value and effect, one a load point."""
        found = [c for c in self.viz()["comparisons"] if c["parameter"] == parameter]
        assert len(found) == 1, f"{len(found)} comparisons of {parameter}"
        values = [v for v in found[0]["values"] if v["effect"] is not None]
        assert values, f"no effect of {parameter}"
        return values


def the_report_is_there(demo: Demo):
    assert "SWEEPLINE REPORT" in demo.file("experiment_report.txt").read_text(encoding="utf-8")


def the_csv_has_a_row_for_each_run(demo: Demo):
    with demo.file("experiment_results.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {r["run_uid"] for r in rows} == {r["run_uid"] for r in demo.table("runs")}


def every_start_is_a_run_of_its_own(demo: Demo):
    starts = {(run["exp_id"], run["repeat"]) for run in demo.table("runs")}
    assert len(starts) == STARTS, f"{len(starts)} starts in place of {STARTS}"


def every_run_is_valid(demo: Demo):
    bad = [(r["run"], r["verdict_reasons"]) for r in demo.table("runs") if r["verdict"] != "valid"]
    assert not bad, f"not valid: {bad}"


def nothing_was_rejected(demo: Demo):
    assert demo.table("rejected") == []


def the_requests_add_up_to_the_runs(demo: Demo):
    asked = sum(run["num_requests"] for run in demo.table("runs"))
    measured = [r for r in demo.table("requests") if r["phase"] == "measure"]
    assert len(measured) == asked, f"{len(measured)} measured requests, {asked} in the runs"


def viz_data_counts_the_same_runs(demo: Demo):
    assert len(demo.viz()["runs"]) == len(demo.table("runs"))


def every_run_takes_part_in_the_comparisons(demo: Demo):
    for comparison in demo.viz()["comparisons"]:
        assert comparison["left_out"] == {}, comparison["left_out"]


def the_setting_that_matters_is_called_in_its_true_direction(demo: Demo):
    parameter, fewer, more = MATTERS
    for value in demo.effects(parameter):
        effect = value["effect"]
        assert (effect["reference"], value["value"]) == (fewer, more), effect
        assert effect["word"].lower() == "better", effect["word"]
        assert effect["interval95"]["low"] > 1, effect["interval95"]


def the_setting_that_does_not_matter_may_have_no_effect(demo: Demo):
    for value in demo.effects(DOES_NOT_MATTER):
        interval = value["effect"]["interval999"]
        assert interval["low"] <= 1 <= interval["high"], value


def the_terminal_shows_the_same_words(demo: Demo):
    lines = (demo.folder / "summary.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 6, lines
    for parameter in (MATTERS[0], DOES_NOT_MATTER):
        shown = next(line for line in lines if line.startswith(parameter))
        for value in demo.effects(parameter):
            load = value["load"].split("-")[0]
            word = value["effect"]["word"].lower().replace("_", " ")
            assert f"{load} {word} x" in shown, (shown, load, word)


CHECKS = [
    the_report_is_there,
    the_csv_has_a_row_for_each_run,
    every_start_is_a_run_of_its_own,
    every_run_is_valid,
    nothing_was_rejected,
    the_requests_add_up_to_the_runs,
    viz_data_counts_the_same_runs,
    every_run_takes_part_in_the_comparisons,
    the_setting_that_matters_is_called_in_its_true_direction,
    the_setting_that_does_not_matter_may_have_no_effect,
    the_terminal_shows_the_same_words,
]


def main() -> int:
    demo = Demo(pathlib.Path(sys.argv[1]))
    failures = 0
    with open(sys.argv[2], "a", encoding="utf-8") as verdicts:
        for check in CHECKS:
            name = check.__name__.replace("_", " ")
            try:
                check(demo)
                outcome = "passed"
            except Exception as error:  # one broken output must not hide the others
                outcome = "failed"
                failures += 1
                print(f"  {name}: {type(error).__name__}: {error}")
            print(f"{outcome} demo: {name}", file=verdicts)
    print(f"demo: {len(CHECKS) - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
