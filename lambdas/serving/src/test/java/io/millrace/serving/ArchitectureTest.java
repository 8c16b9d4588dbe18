package io.millrace.serving;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.millrace.serving", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyTheEdgesKnowAws = noClasses()
            .that()
            .doNotHaveSimpleName("AwsClients")
            .and()
            .doNotHaveSimpleName("AthenaEngine")
            .and()
            .doNotHaveSimpleName("GlueLakeTables")
            .and()
            .doNotHaveSimpleName("S3MetadataFiles")
            .and()
            .doNotHaveSimpleName("ServingHandler")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "com.amazonaws..");

    @ArchTest
    static final ArchRule theGuardKnowsNothingButTheGrammar = classes()
            .that()
            .resideInAPackage("io.millrace.serving.guard..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.millrace.serving.guard..", "io.trino..", "org.antlr.v4.runtime..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.millrace.serving.(*)..").should().beFreeOfCycles();
}
