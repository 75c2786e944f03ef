package dev.sweepline.generator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module: generator → contract, cli. */
@AnalyzeClasses(
    packages = "dev.sweepline.generator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule seesContractsAndTheShellOnly =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.sweepline..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "dev.sweepline.generator..",
                              "dev.sweepline.contract..",
                              "dev.sweepline.cli.."))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("dev.sweepline.(**)").should().beFreeOfCycles().allowEmptyShould(true);
}
