"""Tests of what bench-runner concludes, on files of their own making."""

import json
import pathlib
import tempfile
import types
import unittest
from unittest import mock

from loadbench import costs, peer, peers, table, truth
from loadbench.client import Run, Work
from loadbench.table import Row

G1 = "[1.2s][info][gc] GC(3) Pause Young (Normal) (G1 Evacuation Pause) 210M->{}M(512M) 3.1ms"
SERIAL = "[0.5s][info][gc] GC(0) Pause Full (Ergonomics) 327M->{}M(365M) 35.626ms"
CONCURRENT = "[1.3s][info][gc] GC(4) Concurrent Mark Cycle 12.1ms"


class RowTest(unittest.TestCase):
    def test_a_figure_above_its_target_is_missed(self):
        self.assertTrue(Row("x", 1.01, at_most=1).missed())
        self.assertFalse(Row("x", 1, at_most=1).missed())

    def test_an_unknown_figure_misses_its_target(self):
        for unknown in (None, float("nan")):
            self.assertTrue(Row("x", unknown, at_most=1).missed())
            self.assertFalse(Row("x", unknown).missed())

    def test_counts_must_be_exact(self):
        self.assertTrue(Row("x", 1, exactly=0).missed())
        self.assertFalse(Row("x", 0, exactly=0).missed())

    def test_a_row_fits_in_80_columns_however_far_off_it_is(self):
        row = str(Row("x" * 40, 123456789.5, "us", at_most=250))
        self.assertLessEqual(len(row), table.WIDTH)
        self.assertTrue(row.endswith("MISSED"))


class HeapTest(unittest.TestCase):
    def test_the_peak_is_what_is_left_after_the_worst_collection(self):
        log = "\n".join([G1.format(60), CONCURRENT, SERIAL.format(224), G1.format(80)])
        self.assertEqual(costs.heap_peak_mb(log), 224)

    def test_a_log_without_collections_says_nothing(self):
        self.assertTrue(Row("heap", costs.heap_peak_mb(CONCURRENT), at_most=1024).missed())


class ComparisonTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def compare(self, *records: dict):
        """With a server that read at 10 ms and wrote the first of 2 tokens at 30 ms."""
        results = self.folder / "exp_1"
        results.mkdir()
        summary = {"monotonic_ns_at_start": 5_000_000}
        (results / "results_a.json").write_text(json.dumps(summary))
        lines = [{"header": True}, *records]
        (results / "requests_a.jsonl").write_text("\n".join(map(json.dumps, lines)))
        log = {
            f"r{i}": {"output_tokens": 2, "read_ns": 10_000_000, "first_token_ns": 30_000_000}
            for i in range(9)
        }
        return truth.Comparison.of(Run(0, 0, 0, self.folder), log)

    @staticmethod
    def record(name: str, tokens: int = 2, phase: str = "measure") -> dict:
        return {
            "request_id": name, "phase": phase, "output_tokens": tokens, "gaps_us": [2000],
            "sent_us": 4_900, "first_token_us": 25_100,
        }

    def test_the_error_is_the_clients_time_beyond_the_servers(self):
        found = self.compare(self.record("r0"))
        self.assertEqual((found.error(50), found.mean_error(), found.arrival(50)), (200, 200, 100))

    def test_warm_up_requests_are_left_out(self):
        found = self.compare(self.record("r0", phase="warmup"), self.record("r1"))
        self.assertEqual((found.requests, found.exact), (1, 1))

    def test_a_count_that_differs_and_a_request_that_the_server_never_saw_are_not_exact(self):
        found = self.compare(self.record("r0"), self.record("r1", tokens=1), self.record("other"))
        self.assertEqual((found.requests, found.exact), (3, 1))


class PeersTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def check(self, tokens: int):
        log = self.folder / "truth.jsonl"
        log.write_text("")
        server = types.SimpleNamespace(log=lambda: [{"output_tokens": tokens}], truth_log=log)
        with mock.patch.object(peers, "LONGEST_WAIT_FOR_LOG_S", 0):
            peers.check("peer", server, Work(10, 5, concurrency=2))

    def test_a_peer_that_did_less_work_has_no_cost(self):
        with self.assertRaises(peers.Failed):
            self.check(49)

    def test_a_peer_may_ask_once_or_twice_before_it_begins(self):
        self.check(60)
        with self.assertRaises(peers.Failed):
            self.check(61)

    def test_a_peer_is_found_in_its_own_folder(self):
        program = self.folder / "vllm" / "bin" / "vllm"
        program.parent.mkdir(parents=True)
        program.write_text("")
        program.chmod(0o755)
        self.assertEqual(peer.installed(peer.PEERS[0], self.folder), program.resolve())
        self.assertIsNone(peer.installed(peer.PEERS[0], self.folder / "elsewhere"))


if __name__ == "__main__":
    unittest.main()
