package dev.sweepline.generator;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;

@AnalyzeClasses(
    packages = "dev.sweepline.generator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.sweepline.generator.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_CONTRACT_AND_CLI_OF_THE_LOAD_GENERATOR_ARE_USED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sweepline.measure..", "dev.sweepline.runner..", "dev.sweepline.simulator..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMANDS_KNOW_PICOCLI =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sweepline.generator")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule ONLY_THE_OUTPUT_TREE_WRITES =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sweepline.generator.output")
          .should()
          .callMethodWhere(
              target(owner(equivalentTo(Files.class)))
                  .and(target(nameMatching("write.*|create.*|move|copy|delete.*|newOut.*"))));
}
