package dev.sweepline.analytics.define;

import dev.sweepline.cli.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.BinaryArithmetic;
import org.apache.spark.sql.catalyst.expressions.BinaryComparison;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.UnaryMinus;
import org.apache.spark.sql.catalyst.expressions.UnaryPositive;
import org.apache.spark.sql.catalyst.parser.ParseException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads an expression and lets through only what computes a number from a row: columns, numbers,
 * arithmetic, conditions and a few functions. Spark's own functions include some that call any Java
 * method or read the environment, so the list says what is allowed, not what is not.
 */
final class DefinitionParser {
  private static final Set<Class<? extends Expression>> LEAVES_AND_CONDITIONS =
      Set.of(
          Literal.class,
          UnaryMinus.class,
          UnaryPositive.class,
          CaseWhen.class,
          If.class,
          Cast.class,
          Not.class,
          IsNull.class,
          IsNotNull.class,
          org.apache.spark.sql.catalyst.expressions.And.class,
          org.apache.spark.sql.catalyst.expressions.Or.class);

  private static final Set<String> FUNCTIONS =
      new TreeSet<>(
          Set.of(
              "abs",
              "ceil",
              "ceiling",
              "coalesce",
              "exp",
              "floor",
              "greatest",
              "if",
              "ifnull",
              "least",
              "ln",
              "log",
              "log10",
              "log2",
              "nullif",
              "nvl",
              "pow",
              "power",
              "round",
              "sqrt"));

  private final SparkSession spark;
  private final Definition definition;
  private final Collection<String> columns;
  private final Set<String> used = new TreeSet<>();

  private DefinitionParser(SparkSession spark, Definition definition, Collection<String> columns) {
    this.spark = spark;
    this.definition = definition;
    this.columns = columns;
  }

  /**
   * The columns that an expression uses.
   *
   * @throws dev.sweepline.contract.UserError when it may not be evaluated, exit code 2
   */
  static Set<String> columns(
      SparkSession spark, Definition definition, Collection<String> columns) {
    DefinitionParser parser = new DefinitionParser(spark, definition, columns);
    parser.check(parser.parsed());
    return parser.used;
  }

  private Expression parsed() {
    try {
      return spark.sessionState().sqlParser().parseExpression(definition.expression());
    } catch (ParseException e) {
      throw definition.refused("is no SQL expression");
    }
  }

  private void check(Expression expression) {
    if (expression instanceof UnresolvedAttribute attribute) {
      column(attribute.name());
    } else if (expression instanceof UnresolvedFunction function) {
      function(function);
    } else if (!(expression instanceof BinaryArithmetic)
        && !(expression instanceof BinaryComparison)
        && !LEAVES_AND_CONDITIONS.contains(expression.getClass())) {
      throw definition.refused(
          expression.prettyName()
              + " is not allowed; use columns, numbers, arithmetic, CASE and "
              + String.join(", ", FUNCTIONS));
    }
    CollectionConverters.asJava(expression.children()).forEach(this::check);
  }

  private void column(String name) {
    String plain = name.replace("`", "");
    if (!columns.contains(plain)) {
      List<String> near = new ArrayList<>(NearestName.ranked(plain, columns));
      throw definition.refused(
          "no column "
              + plain
              + (near.isEmpty()
                  ? ""
                  : "; did you mean "
                      + String.join(", ", near.subList(0, Math.min(3, near.size())))
                      + "?"));
    }
    used.add(plain);
  }

  private void function(UnresolvedFunction function) {
    String name = String.join(".", CollectionConverters.asJava(function.nameParts()));
    if (!FUNCTIONS.contains(name) || function.isDistinct() || function.filter().isDefined()) {
      throw definition.refused(
          "function %s is not allowed; those that are: %s"
              .formatted(name, String.join(", ", FUNCTIONS)));
    }
  }
}
