package dev.sweepline.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The only place that knows how files are named, in a sweep directory and in an experiment's. */
public final class RunFiles {
  /** Below the sweep directory. */
  public static final String CONFIGS = "configs";

  public static final String DATASETS = "datasets";
  public static final String RESULTS = "results";
  public static final String LOGS = "logs";
  public static final String WAREHOUSE = "warehouse";
  public static final String PLAN = "plan.json";
  public static final String LAUNCH_SCRIPT = "launch_all_experiments.sh";

  /** What was handed to Slurm, only ever added to. */
  public static final String SUBMISSIONS = "submissions.jsonl";

  /** Below {@code results}: what the load generator's host can do. */
  public static final String SELF_TEST = "selftest.json";

  /** Below {@code results/<exp_id>}. */
  public static final String CONFIG = "config.json";

  public static final String ATTEMPTS = "attempts.jsonl";
  public static final String STATUS = "status.json";

  /** Held by the script that works on the experiment. */
  public static final String SCRIPT_LOCK = ".lock";

  /** Outputs of {@code aggregate}, never scanned as input. */
  public static final String RESULTS_CSV = "experiment_results.csv";

  public static final String REPORT_TEXT = "experiment_report.txt";
  public static final String VIZ_JSON = "viz_data.json";
  public static final String REPORT_HTML = "report.html";

  /** Ends the name of a file that is still being written. */
  public static final String PART = ".part";

  private static final String REQUESTS = "requests_";
  private static final String SUMMARY = "results_";
  private static final String SAMPLES = "metrics_";
  private static final String LINES = ".jsonl";
  private static final String DOCUMENT = ".json";
  private static final String TEXTS = "texts_";
  private static final Pattern REQUESTS_FILE =
      Pattern.compile(REQUESTS + "(.+)\\.jsonl(?:\\.part)?");

  private RunFiles() {}

  /** Header and request lines of a run that has ended. */
  public static String requests(RunName run) {
    return REQUESTS + run + LINES;
  }

  /** The same while it is being written. */
  public static String requestsPart(RunName run) {
    return requests(run) + PART;
  }

  /** Summary of a finished run. */
  public static String summary(RunName run) {
    return SUMMARY + run + DOCUMENT;
  }

  /** Server and client samples. */
  public static String samples(RunName run) {
    return SAMPLES + run + LINES;
  }

  /** The texts of the answers, where they were asked for. */
  public static String texts(RunName run) {
    return TEXTS + run + LINES;
  }

  /** The run of a requests file, finished or not, packed or not; empty when the name is not one. */
  public static Optional<RunName> runOfRequests(String fileName) {
    Matcher matcher = REQUESTS_FILE.matcher(Packing.of(fileName).plainName(fileName));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(RunName.parse(matcher.group(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Prompts of a dataset. */
  public static String dataset(String name) {
    return name + LINES;
  }

  /** What is known of a dataset. */
  public static String manifest(String datasetName) {
    return datasetName + ".manifest" + DOCUMENT;
  }

  /** What the whole job of an experiment printed. */
  public static String jobLog(String expId, String jobId) {
    return "vllm_%s_%s.out".formatted(expId, jobId);
  }

  /** Folder of the logs of one job, below {@link #LOGS}. */
  public static String logFolder(String expId, String jobId) {
    return "%s_%s".formatted(expId, jobId);
  }

  /** Log of one process of a job, in its {@link #logFolder}. */
  public static String processLog(String role, String node) {
    return "%s-%s.log".formatted(role, node);
  }

  /**
   * Written when the server died during a load: a result that is older and not valid is none.
   *
   * @param slug how the names of the load's runs begin
   */
  public static String deathMark(String slug, int repeat) {
    return ".died-%s-r%d".formatted(slug, repeat);
  }

  /** The job script of an experiment. */
  public static String script(String expId) {
    return "run_" + expId + "_head.sbatch";
  }

  /** The configuration of an experiment inside its phase's folder. */
  public static String config(String expId) {
    return expId + DOCUMENT;
  }
}
