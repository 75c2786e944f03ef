package dev.sweepline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows inside this module: runner, simulator → measure → contract; cli, failure → contract;
 * runner → failure.
 */
@AnalyzeClasses(packages = "dev.sweepline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ANY = "dev.sweepline..";
  private static final String CONTRACT = "dev.sweepline.contract..";
  private static final String CLI = "dev.sweepline.cli..";
  private static final String FAILURE = "dev.sweepline.failure..";
  private static final String MEASURE = "dev.sweepline.measure..";
  private static final String RUNNER = "dev.sweepline.runner..";
  private static final String SIMULATOR = "dev.sweepline.simulator..";

  /** The composition root registers the simulator's command. */
  private static final String MAIN = "dev.sweepline.runner.BenchMain";

  private static final String SIMULATE = "dev.sweepline.simulator.SimulateCommand";

  @ArchTest
  static final ArchRule contractNeedsLittle =
      classes()
          .that()
          .resideInAPackage(CONTRACT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              CONTRACT,
              "java..",
              "com.fasterxml.jackson..",
              "org.jspecify.annotations..",
              "org.erdtman.jcs..");

  @ArchTest
  static final ArchRule cliNeedsLittle =
      classes()
          .that()
          .resideInAPackage(CLI)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              CLI,
              CONTRACT,
              "java..",
              "picocli..",
              "org.apache.commons.text..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule failureNeedsLittle =
      classes()
          .that()
          .resideInAPackage(FAILURE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(FAILURE, CONTRACT, "java..", "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule measureSeesContractsOnly =
      noClasses()
          .that()
          .resideInAPackage(MEASURE)
          .should()
          .dependOnClassesThat(
              resideInAPackage(ANY).and(not(resideInAnyPackage(MEASURE, CONTRACT))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule runnerDoesNotSeeTheSimulator =
      noClasses()
          .that()
          .resideInAPackage(RUNNER)
          .and()
          .doNotHaveFullyQualifiedName(MAIN)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SIMULATOR)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theMainClassSeesOneClassOfTheSimulator =
      noClasses()
          .that()
          .haveFullyQualifiedName(MAIN)
          .should()
          .dependOnClassesThat(resideInAPackage(SIMULATOR).and(not(name(SIMULATE))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule simulatorDoesNotSeeTheRunner =
      noClasses()
          .that()
          .resideInAPackage(SIMULATOR)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(RUNNER)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("dev.sweepline.(**)").should().beFreeOfCycles();
}
