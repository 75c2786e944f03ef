package dev.sweepline.analytics.query;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;

/**
 * One question in Spark SQL. It may read; whatever would make, change or set something is refused.
 */
public final class Question {
  private final String sql;

  /**
   * @param sql one statement
   */
  public Question(String sql) {
    this.sql = sql;
  }

  /**
   * Asks.
   *
   * @param spark with the tables as views
   * @throws UserError when it is no SQL, names what there is not, or does not only read; exit code
   *     2
   */
  public Dataset<Row> ask(SparkSession spark) {
    try {
      if (!onlyReads(
          ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().sqlParser())) {
        throw new UserError(
            ExitCode.USAGE,
            "the tables are only read: ask by SELECT, DESCRIBE or SHOW TABLES; got: " + sql);
      }
      return spark.sql(sql);
    } catch (Exception e) {
      throw refusal(e);
    }
  }

  /** Spark's grammar tells a query from every other statement. */
  private boolean onlyReads(ParserInterface parser) throws ParseException {
    LogicalPlan plan = parser.parsePlan(sql);
    if (plan instanceof DescribeRelation || plan instanceof ShowTables) {
      return true;
    }
    try {
      parser.parseQuery(sql);
      return true;
    } catch (ParseException anotherStatement) {
      return false;
    }
  }

  /**
   * What Spark has against a question, as a line for the user; a failure of another kind comes back
   * as it is.
   */
  static RuntimeException refusal(Exception e) {
    if (e instanceof UserError error) {
      return error;
    }
    if (e instanceof SparkThrowable) {
      return new UserError(ExitCode.USAGE, firstLine(e), e);
    }
    return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
  }

  /** What follows is the plan, or the question again. */
  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("no answer");
  }
}
