package dev.sweepline.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.spark.sql.SparkSession;

@AnalyzeClasses(
    packages = "dev.sweepline.analytics",
    importOptions = ImportOption.DoNotIncludeTests.class)
class AnalyticsArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.sweepline.analytics.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_LOAD_GENERATOR_IS_NOT_SEEN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sweepline.runner..",
              "dev.sweepline.simulator..",
              "dev.sweepline.generator..",
              "io.netty..");

  @ArchTest
  static final ArchRule ONE_CLASS_MAKES_SESSIONS =
      noClasses()
          .that()
          .doNotHaveSimpleName("SparkSessions")
          .should()
          .callMethod(SparkSession.class, "builder")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule COMPARISON_IS_PLAIN_JAVA =
      noClasses()
          .that()
          .resideInAPackage("..comparison..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");
}
