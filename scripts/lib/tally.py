"""Adds up what scripts/verify ran.

Reads the XML reports of the Maven tests and the verdicts that the other steps
left (a line "passed NAME", "failed NAME" or "skipped NAME: REASON" each), prints every failure and
every skipped test with its reason, and as the last line the counts. A skipped
test whose reason is not among the allowed ones counts as failed. The exit code
is 0 when tests ran and none failed.
"""

import argparse
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass


@dataclass(frozen=True)
class Test:
    name: str
    outcome: str  # passed, failed, skipped
    reason: str = ""


def test_of(case: ElementTree.Element) -> Test:
    name = f"{case.get('classname', '?').rsplit('.', 1)[-1]}.{case.get('name', '?')}"
    for tag in ("failure", "error"):
        found = case.find(tag)
        if found is not None:
            return Test(name, "failed", first_line(found.get("message") or found.text))
    skipped = case.find("skipped")
    if skipped is not None:
        return Test(name, "skipped", first_line(skipped.get("message") or skipped.text))
    return Test(name, "passed")


def first_line(text: str | None) -> str:
    lines = (text or "").strip().splitlines()
    return lines[0].strip() if lines else "no reason given"


def maven_tests(root: pathlib.Path, since: float) -> list[Test]:
    """Of the reports written at or after `since`; older ones are of removed tests."""
    tests = []
    for report in sorted(root.glob("*/target/surefire-reports/TEST-*.xml")):
        if report.stat().st_mtime < since:
            continue
        try:
            suite = ElementTree.parse(report).getroot()
        except ElementTree.ParseError as error:
            tests.append(Test(report.name, "failed", f"unreadable report: {error}"))
            continue
        tests.extend(test_of(case) for case in suite.iter("testcase"))
    return tests


def step_tests(verdicts: pathlib.Path) -> list[Test]:
    tests = []
    for line in verdicts.read_text(encoding="utf-8").splitlines():
        outcome, _, name = line.partition(" ")
        if outcome not in ("passed", "failed", "skipped"):
            raise ValueError(f"{verdicts}: neither passed, failed nor skipped: {line}")
        reason = ""
        if outcome == "skipped":
            name, _, reason = name.partition(": ")
        tests.append(Test(name, outcome, reason))
    return tests


def allowed_reasons(file: pathlib.Path) -> set[str]:
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return {line for line in lines if line and not line.startswith("#")}


def without_prefix(reason: str) -> str:
    """Surefire writes the exception and JUnit its own words before a reason."""
    return re.sub(r"^(?:[\w.$]+Exception: )?(?:Assumption failed: )?", "", reason)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--since", type=float, required=True, help="epoch seconds")
    parser.add_argument("--verdicts", type=pathlib.Path, required=True)
    parser.add_argument("--allowed", type=pathlib.Path, required=True)
    options = parser.parse_args()

    maven = maven_tests(options.root, options.since)
    steps = step_tests(options.verdicts)
    allowed = allowed_reasons(options.allowed)
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for test in maven + steps:
        outcome = test.outcome
        if outcome == "skipped":
            reason = without_prefix(test.reason)
            if reason not in allowed:
                outcome = "failed"
                print(f"skipped without leave: {test.name}: {reason}")
            else:
                print(f"skipped: {test.name}: {reason}")
        elif outcome == "failed":
            print(f"failed: {test.name}{': ' + test.reason if test.reason else ''}")
        counts[outcome] += 1
    if not maven:
        counts["failed"] += 1
        print("failed: no Maven test ran")
    print(f"Maven tests: {len(maven)}, other checks: {len(steps)}")
    print("{passed} passed, {failed} failed, {skipped} skipped".format(**counts))
    return 0 if counts["failed"] == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
