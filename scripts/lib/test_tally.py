"""Tests of tally.py on reports of its own making."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

TALLY = pathlib.Path(__file__).with_name("tally.py")
PASSED = '<testcase classname="a.OneTest" name="one"/>'
FAILED = '<testcase classname="a.OneTest" name="two"><failure message="no&#10;way"/></testcase>'
BROKEN = '<testcase classname="a.OneTest" name="three"><error>java.lang.Error: x</error></testcase>'


def skipped(message: str) -> str:
    return f'<testcase classname="a.OneTest" name="four"><skipped message="{message}"/></testcase>'


class TallyTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.reports = self.root / "module" / "target" / "surefire-reports"
        self.reports.mkdir(parents=True)

    def tally(self, *cases: str, verdicts: str = "", since: float = 0):
        if cases:
            report = f"<testsuite>{''.join(cases)}</testsuite>"
            (self.reports / "TEST-a.OneTest.xml").write_text(report)
        (self.root / "verdicts").write_text(verdicts)
        (self.root / "allowed").write_text("# why\nno GPU here\n")
        command = [sys.executable, TALLY, "--root", self.root, "--since", str(since)]
        command += ["--verdicts", self.root / "verdicts", "--allowed", self.root / "allowed"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.splitlines()

    def test_the_last_line_counts_maven_tests_and_other_checks(self):
        code, lines = self.tally(PASSED, verdicts="passed shellcheck\n")
        self.assertEqual((code, lines[-1]), (0, "2 passed, 0 failed, 0 skipped"))

    def test_a_failure_is_named_with_its_first_line(self):
        code, lines = self.tally(PASSED, FAILED)
        self.assertEqual(code, 1)
        self.assertIn("failed: OneTest.two: no", lines)

    def test_an_error_is_a_failure(self):
        self.assertEqual(self.tally(BROKEN)[1][-1], "0 passed, 1 failed, 0 skipped")

    def test_a_failed_step_is_a_failure(self):
        code, lines = self.tally(PASSED, verdicts="failed demo\n")
        self.assertEqual((code, lines[-1]), (1, "1 passed, 1 failed, 0 skipped"))

    def test_a_skip_with_an_allowed_reason_is_skipped(self):
        for message in (
            "no GPU here",
            "Assumption failed: no GPU here",
            "org.opentest4j.TestAbortedException: Assumption failed: no GPU here",
        ):
            code, lines = self.tally(PASSED, skipped(message))
            self.assertEqual((code, lines[-1]), (0, "1 passed, 0 failed, 1 skipped"), message)

    def test_a_step_that_skipped_says_why(self):
        code, lines = self.tally(PASSED, verdicts="skipped slurm: no GPU here\n")
        self.assertEqual((code, lines[-1]), (0, "1 passed, 0 failed, 1 skipped"))
        code, lines = self.tally(PASSED, verdicts="skipped slurm: too tired\n")
        self.assertEqual((code, lines[-1]), (1, "1 passed, 1 failed, 0 skipped"))

    def test_a_skip_for_any_other_reason_is_a_failure(self):
        code, lines = self.tally(PASSED, skipped("Assumption failed: too tired"))
        self.assertEqual((code, lines[-1]), (1, "1 passed, 1 failed, 0 skipped"))

    def test_a_skip_without_a_reason_is_a_failure(self):
        self.assertEqual(self.tally(PASSED, skipped(""))[0], 1)

    def test_a_report_of_an_earlier_run_does_not_count(self):
        code, lines = self.tally(PASSED, since=2**40)
        self.assertEqual((code, lines[-1]), (1, "0 passed, 1 failed, 0 skipped"))

    def test_no_maven_test_at_all_is_a_failure(self):
        self.assertEqual(self.tally(verdicts="passed shellcheck\n")[0], 1)

    def test_a_report_that_was_cut_is_a_failure(self):
        (self.reports / "TEST-b.xml").write_text("<testsuite><testcase")
        self.assertEqual(self.tally(PASSED)[0], 1)


if __name__ == "__main__":
    unittest.main()
