"""The job of aggregate in plain PySpark. Usage: spark-submit peer_spark.py TREE OUT PARAMETER"""

import os
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

tree, out, parameter = sys.argv[1:]
tree, out = os.path.abspath(tree), os.path.abspath(out)
os.makedirs(out, exist_ok=True)
spark = SparkSession.builder.config("spark.sql.parquet.compression.codec", "zstd").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
schema = """
  request_id STRING, index INT, prompt_id STRING, phase STRING, endpoint STRING,
  scheduled_us BIGINT, admitted_us BIGINT, sent_us BIGINT, headers_us BIGINT,
  first_event_us BIGINT, first_token_us BIGINT, first_answer_us BIGINT, last_token_us BIGINT,
  end_us BIGINT, prompt_tokens INT, output_tokens INT, token_source STRING, events INT,
  requested_output_tokens INT, finish_reason STRING, gaps_us ARRAY<INT>, gap_tokens ARRAY<INT>,
  outcome STRING, http_status INT, retries INT, error STRING"""
files = tree + "/*/requests_*.jsonl"
place = f.split(f.input_file_name(), "/")
ok = f.col("ok")
behind_first = (f.col("last_token_us") - f.col("first_token_us")) / (f.col("output_tokens") - 1)
(
    spark.read.schema(schema).json(files)
    .withColumn("exp_id", f.element_at(place, -2))
    .withColumn("run", f.regexp_extract(f.element_at(place, -1), r"requests_(.*)\.jsonl", 1))
    .where("request_id IS NOT NULL")
    .withColumn("ok", f.col("outcome").isin("ok", "ok_short"))
    .withColumn("ttft_us", f.when(ok, f.col("first_token_us") - f.col("scheduled_us")))
    .withColumn("e2e_us", f.when(ok, f.col("last_token_us") - f.col("scheduled_us")))
    .withColumn("tpot_us", f.when(ok & (f.col("output_tokens") > 1), f.round(behind_first)))
    .write.mode("overwrite").parquet(out + "/requests.parquet"))
settings = (
    spark.read.schema("exp_id STRING, run STRING, config MAP<STRING, STRING>").json(files)
    .where("exp_id IS NOT NULL")
    .select("exp_id", "run", f.col("config")[parameter].alias("value")))
requests = spark.read.parquet(out + "/requests.parquet").where("phase = 'measure'")


def exact(column: str):
    return f.percentile(column, f.array(f.lit(0.5), f.lit(0.95), f.lit(0.99)))


key = ["exp_id", "run"]
figures = requests.groupBy(key).agg(
    f.count("*").alias("num_requests"), f.count_if("ok").alias("successful_requests"),
    f.sum(f.when(ok, f.col("output_tokens"))).alias("total_tokens_generated"),
    ((f.max("end_us") - f.min("scheduled_us")) / 1e6).alias("total_time"),
    exact("ttft_us").alias("ttft"), exact("e2e_us").alias("e2e_latency"),
    exact("tpot_us").alias("tpot"))
gaps = (requests.where("ok").select(*key, f.explode("gaps_us").alias("gap"))
        .groupBy(key).agg(exact("gap").alias("itl")))
runs = (
    figures.join(gaps, key, "left").join(settings, key, "left")
    .select(*key, "value", "num_requests", "successful_requests", "total_tokens_generated",
            "total_time",
            (f.col("total_tokens_generated") / f.col("total_time"))
            .alias("throughput_tokens_per_sec"),
            *[(f.col(name)[at] / 1000).alias(f"{name}_p{percent}")
              for name in ("ttft", "e2e_latency", "tpot", "itl")
              for at, percent in enumerate((50, 95, 99))])
    .orderBy(key).toPandas())
runs.to_csv(out + "/runs.csv", index=False)
(spark.createDataFrame(runs).groupBy("value")
 .agg(f.count("*").alias("runs"), f.avg("throughput_tokens_per_sec").alias("mean"),
      f.stddev_samp("throughput_tokens_per_sec").alias("sd"))
 .orderBy("value").toPandas().to_csv(out + "/comparison.csv", index=False))
spark.stop()
