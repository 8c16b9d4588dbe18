package io.millrace.alerts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.millrace.alerts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyTheEdgesKnowAws = noClasses()
            .that()
            .doNotHaveSimpleName("AwsClients")
            .and()
            .doNotHaveSimpleName("DynamoAlertLog")
            .and()
            .doNotHaveSimpleName("EntryItem")
            .and()
            .doNotHaveSimpleName("SecretsManagerSecret")
            .and()
            .doNotHaveSimpleName("AlertsHandler")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "com.amazonaws..");

    @ArchTest
    static final ArchRule whatArrivesAndWhatIsFoldedKnowNoChannel = noClasses()
            .that()
            .resideInAnyPackage("io.millrace.alerts.notice..", "io.millrace.alerts.fold..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.millrace.alerts.slack..");

    @ArchTest
    static final ArchRule capabilitiesDoNotKnowEachOther =
            slices().matching("io.millrace.alerts.(*)..").should().notDependOnEachOther();
}
