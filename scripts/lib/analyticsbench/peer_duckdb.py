"""The job of aggregate in DuckDB. Usage: peer_duckdb.py TREE OUT PARAMETER"""

import os
import sys

import duckdb

tree, out, parameter = sys.argv[1:]
os.makedirs(out, exist_ok=True)
requests = f"{out}/requests.parquet"
db = duckdb.connect()
db.execute("SET preserve_insertion_order = false")
db.execute(f"""
  COPY (
    SELECT *,
      CASE WHEN ok THEN first_token_us - scheduled_us END AS ttft_us,
      CASE WHEN ok THEN last_token_us - scheduled_us END AS e2e_us,
      CASE WHEN ok AND output_tokens > 1 THEN
        round((last_token_us - first_token_us) / (output_tokens - 1))::BIGINT END AS tpot_us
    FROM (
      SELECT * EXCLUDE (filename), split_part(filename, '/', -2) AS exp_id,
        split_part(filename, '/', -1)[10:-7] AS run, outcome IN ('ok', 'ok_short') AS ok
      FROM read_ndjson('{tree}/*/requests_*.jsonl', filename = true, columns = {{
        request_id: 'VARCHAR', index: 'INTEGER', prompt_id: 'VARCHAR', phase: 'VARCHAR',
        endpoint: 'VARCHAR', scheduled_us: 'BIGINT', admitted_us: 'BIGINT', sent_us: 'BIGINT',
        headers_us: 'BIGINT', first_event_us: 'BIGINT', first_token_us: 'BIGINT',
        first_answer_us: 'BIGINT', last_token_us: 'BIGINT', end_us: 'BIGINT',
        prompt_tokens: 'INTEGER', output_tokens: 'INTEGER', token_source: 'VARCHAR',
        events: 'INTEGER', requested_output_tokens: 'INTEGER', finish_reason: 'VARCHAR',
        gaps_us: 'INTEGER[]', gap_tokens: 'INTEGER[]', outcome: 'VARCHAR',
        http_status: 'INTEGER', retries: 'INTEGER', error: 'VARCHAR'}})
      WHERE request_id IS NOT NULL))
  TO '{requests}' (FORMAT parquet, COMPRESSION zstd)""")
db.execute(f"""
  CREATE TABLE settings AS
  SELECT exp_id, run, config->>'$.{parameter}' AS value
  FROM (SELECT exp_id, run, config FROM read_ndjson('{tree}/*/requests_*.jsonl',
    columns = {{exp_id: 'VARCHAR', run: 'VARCHAR', config: 'JSON'}}) WHERE exp_id IS NOT NULL)""")
shares = ", ".join(
    f"{name}[{place}] / 1000 AS {name}_p{percent}"
    for name in ("ttft", "e2e_latency", "tpot", "itl")
    for place, percent in enumerate((50, 95, 99), 1))
db.execute(f"""
  CREATE TABLE runs AS
  WITH figures AS (
    SELECT exp_id, run, count(*) AS num_requests, count(*) FILTER (ok) AS successful_requests,
      sum(output_tokens) FILTER (ok) AS total_tokens_generated,
      (max(end_us) - min(scheduled_us)) / 1e6 AS total_time,
      quantile_cont(ttft_us, [0.5, 0.95, 0.99]) AS ttft,
      quantile_cont(e2e_us, [0.5, 0.95, 0.99]) AS e2e_latency,
      quantile_cont(tpot_us, [0.5, 0.95, 0.99]) AS tpot
    FROM '{requests}' WHERE phase = 'measure' GROUP BY exp_id, run),
  gaps AS (
    SELECT exp_id, run, quantile_cont(gap, [0.5, 0.95, 0.99]) AS itl
    FROM (SELECT exp_id, run, unnest(gaps_us) AS gap FROM '{requests}'
          WHERE ok AND phase = 'measure')
    GROUP BY exp_id, run)
  SELECT exp_id, run, value, num_requests, successful_requests, total_tokens_generated, total_time,
    total_tokens_generated / total_time AS throughput_tokens_per_sec, {shares}
  FROM figures LEFT JOIN gaps USING (exp_id, run) LEFT JOIN settings USING (exp_id, run)
  ORDER BY exp_id, run""")
db.execute(f"COPY runs TO '{out}/runs.csv' (HEADER)")
db.execute(f"""
  COPY (SELECT value, count(*) AS runs, avg(throughput_tokens_per_sec) AS mean,
          stddev_samp(throughput_tokens_per_sec) AS sd
        FROM runs GROUP BY value ORDER BY value) TO '{out}/comparison.csv' (HEADER)""")
