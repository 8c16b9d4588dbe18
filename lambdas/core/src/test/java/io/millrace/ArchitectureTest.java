package io.millrace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theCoreKnowsNoCloudAndNoTableFormat = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..",
                    "com.amazonaws..",
                    "org.apache.iceberg..",
                    "org.apache.hadoop..",
                    "io.trino..");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.millrace.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule contractsKnowNothingElse = classes()
            .that()
            .resideInAPackage("io.millrace.contract..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.millrace.contract..", "com.fasterxml.jackson..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule eventsKnowOnlyTheirContracts = classes()
            .that()
            .resideInAPackage("io.millrace.event..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.millrace.contract..",
                    "io.millrace.event..",
                    "com.fasterxml.jackson..",
                    "java..",
                    "org.jspecify..");
}
