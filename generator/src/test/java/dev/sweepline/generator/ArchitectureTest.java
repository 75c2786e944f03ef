package dev.sweepline.generator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;

/** The arrows of this module: generator → contract, cli, failure; one package writes. */
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
                              "dev.sweepline.cli..",
                              "dev.sweepline.failure.."))));

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("dev.sweepline.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheCommandsKnowPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sweepline.generator")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyTheOutputTreeWrites =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sweepline.generator.output")
          .should()
          .callMethodWhere(
              target(owner(equivalentTo(Files.class)))
                  .and(target(nameMatching("write.*|create.*|move|copy|delete.*|newOut.*"))));
}
