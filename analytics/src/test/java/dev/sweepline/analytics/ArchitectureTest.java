package dev.sweepline.analytics;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The arrows of this module: analytics → contract, measure, cli. */
@AnalyzeClasses(
    packages = "dev.sweepline.analytics",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule seesContractsMeasuresAndTheShellOnly =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.sweepline..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "dev.sweepline.analytics..",
                              "dev.sweepline.contract..",
                              "dev.sweepline.measure..",
                              "dev.sweepline.cli.."))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule comparisonIsPlainJava =
      noClasses()
          .that()
          .resideInAPackage("..comparison..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("dev.sweepline.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static void oneClassStartsSpark(JavaClasses classes) {
    List<String> starters =
        classes.stream().filter(ArchitectureTest::buildsSession).map(JavaClass::getName).toList();
    assertThat(starters).hasSizeLessThanOrEqualTo(1);
  }

  private static boolean buildsSession(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().getSimpleName().equals("SparkSession")
                    && call.getName().equals("builder"));
  }
}
