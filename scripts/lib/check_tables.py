#!/usr/bin/env python3
"""check_tables.py WAREHOUSE: other engines read the tables and find the same figures.

DuckDB and pandas read every table by its glob. Then DuckDB's quantile_cont over
the requests of each run must be the metric columns of `runs`, to 1e-9.
"""

import glob
import sys

import duckdb
import pandas

LATENCIES = {
    "ttft": "ttft_us",
    "service_ttft": "service_ttft_us",
    "e2e_latency": "e2e_us",
    "service_e2e_latency": "service_e2e_us",
    "tpot": "tpot_us",
}
PERCENTILES = (50, 90, 95, 99)
TOLERANCE = 1e-9


def pattern(warehouse: str, table: str) -> str:
    return f"{warehouse}/batch=*/{table}/*.parquet"


def tables(warehouse: str) -> list:
    return sorted({path.split("/")[-2] for path in glob.glob(pattern(warehouse, "*"))})


def relation(warehouse: str, table: str) -> str:
    return f"read_parquet('{pattern(warehouse, table)}', union_by_name = true)"


def row_counts(warehouse: str) -> list:
    """What the two engines disagree on."""
    faults = []
    for table in tables(warehouse):
        by_duckdb = duckdb.sql(f"SELECT count(*) FROM {relation(warehouse, table)}").fetchall()[0][0]
        frames = [pandas.read_parquet(path) for path in glob.glob(pattern(warehouse, table))]
        by_pandas = sum(len(frame) for frame in frames)
        print(f"{table}: {by_duckdb} rows")
        if by_duckdb != by_pandas:
            faults.append(f"{table}: DuckDB reads {by_duckdb} rows, pandas {by_pandas}")
    return faults


def percentiles(warehouse: str) -> list:
    """Metric columns that are not what DuckDB finds."""
    faults = []
    compared = 0
    for metric, column in LATENCIES.items():
        for percent in PERCENTILES:
            name = f"{metric}_p{percent}"
            rows = duckdb.sql(
                f"""
                WITH found AS (
                  SELECT run_uid, quantile_cont({column}, {percent / 100}) / 1000 AS value
                  FROM {relation(warehouse, 'requests')}
                  WHERE phase = 'measure' AND outcome IN ('ok', 'ok_short') GROUP BY run_uid)
                SELECT run_uid, {name}, value
                FROM {relation(warehouse, 'runs')} LEFT JOIN found USING (run_uid)
                """
            ).fetchall()
            for run_uid, stored, value in rows:
                compared += stored is not None
                if (stored is None) != (value is None) or (
                    stored is not None and abs(stored - value) > TOLERANCE * max(1.0, abs(value))
                ):
                    faults.append(f"{run_uid}: {name} is {stored}, DuckDB finds {value}")
    print(f"percentiles compared: {compared}")
    return faults


def main() -> int:
    warehouse = sys.argv[1]
    faults = row_counts(warehouse) + percentiles(warehouse)
    for fault in faults[:20]:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
