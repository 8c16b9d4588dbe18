package io.millrace.local.host.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.local.host.assembly.StreamMapping.StartingPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyReaderTest {

    private static final String WRITER = """
            "Writer": {
              "Type": "AWS::Lambda::Function",
              "Properties": {"FunctionName": "millrace-local-lake-writer", "Runtime": "java21", "ReservedConcurrentExecutions": 3},
              "Metadata": {"aws:asset:path": "asset.1"}
            }
            """;

    @TempDir
    Path folder;

    private AssemblyReader reader;

    @BeforeEach
    void readFromFolder() {
        reader = new AssemblyReader(folder, "us-east-1", "000000000000");
    }

    @Test
    void nothingSynthesisedIsAnEmptyAssembly() throws IOException {
        assertThat(new AssemblyReader(folder.resolve("missing"), "r", "a").read())
                .isEqualTo(Assembly.EMPTY);
    }

    @Test
    void aFunctionHasItsNamePackageAndReservedConcurrency() throws IOException {
        template(WRITER);
        assertThat(reader.read().functions())
                .containsOnlyKeys("millrace-local-lake-writer")
                .containsValue(new FunctionDefinition("millrace-local-lake-writer", folder.resolve("asset.1"), 3));
    }

    @Test
    void functionsOfOtherRuntimesAreTheEmulators() throws IOException {
        template(WRITER.replace("java21", "nodejs22.x"));
        assertThat(reader.read().functions()).isEmpty();
    }

    @Test
    void aMappingWithoutSettingsHasLambdasDefaults() throws IOException {
        template(WRITER + "," + mapping(""));
        assertThat(reader.read().mappings())
                .containsExactly(new StreamMapping(
                        "millrace-local-lake-writer",
                        "arn:aws:kinesis:us-east-1:000000000000:stream/events",
                        true,
                        StartingPosition.TRIM_HORIZON,
                        100,
                        Duration.ZERO,
                        false,
                        false,
                        null,
                        null,
                        null));
    }

    @Test
    void aMappingKeepsEverySetting() throws IOException {
        template(WRITER + "," + mapping("""
                        , "Enabled": false, "BatchSize": 1000, "MaximumBatchingWindowInSeconds": 5,
                        "BisectBatchOnFunctionError": true, "FunctionResponseTypes": ["ReportBatchItemFailures"],
                        "MaximumRetryAttempts": 7, "MaximumRecordAgeInSeconds": 3600, "ParallelizationFactor": 1,
                        "DestinationConfig": {"OnFailure": {"Destination": "arn:aws:sqs:us-east-1:000000000000:failures"}}
                        """));
        assertThat(reader.read().mappings())
                .containsExactly(new StreamMapping(
                        "millrace-local-lake-writer",
                        "arn:aws:kinesis:us-east-1:000000000000:stream/events",
                        false,
                        StartingPosition.TRIM_HORIZON,
                        1000,
                        Duration.ofSeconds(5),
                        true,
                        true,
                        7,
                        Duration.ofHours(1),
                        "arn:aws:sqs:us-east-1:000000000000:failures"));
    }

    @Test
    void minusOneMeansNoLimit() throws IOException {
        template(WRITER + "," + mapping(", \"MaximumRetryAttempts\": -1, \"MaximumRecordAgeInSeconds\": -1"));
        StreamMapping mapping = reader.read().mappings().get(0);
        assertThat(mapping.retryAttempts()).isNull();
        assertThat(mapping.recordAge()).isNull();
    }

    @Test
    void whatTheHostCannotDoIsAProblemWithItsName() throws IOException {
        template(WRITER + "," + mapping(", \"TumblingWindowInSeconds\": 30"));
        Assembly assembly = reader.read();
        assertThat(assembly.mappings()).isEmpty();
        assertThat(assembly.problems())
                .containsExactly("Cannot serve event source mapping Mapping:"
                        + " TumblingWindowInSeconds is not supported by the local host");
        template(WRITER + "," + mapping(", \"FilterCriteria\": {\"Filters\": [{\"Pattern\": \"{}\"}]}"));
        assertThat(reader.read().problems()).singleElement().asString().contains("FilterCriteria");
        template(WRITER + "," + mapping(", \"ParallelizationFactor\": 2"));
        assertThat(reader.read().problems()).singleElement().asString().contains("ParallelizationFactor");
        template(WRITER + "," + mapping(", \"BatchSize\": 0"));
        assertThat(reader.read().problems()).singleElement().asString().contains("BatchSize must be 1 to 10,000: 0");
    }

    @Test
    void mappingsOfOtherSourcesAreTheEmulators() throws IOException {
        template(WRITER + "," + mapping("").replace(":kinesis:", ":sqs:"));
        assertThat(reader.read().mappings()).isEmpty();
    }

    @Test
    void aNewSynthesisHasAnotherFingerprint() throws IOException {
        template(WRITER);
        String before = reader.fingerprint();
        template(WRITER + "," + mapping(""));
        assertThat(reader.fingerprint()).isNotEqualTo(before);
    }

    private static String mapping(String more) {
        return """
                "Mapping": {
                  "Type": "AWS::Lambda::EventSourceMapping",
                  "Condition": "NotInTheEmulator",
                  "Properties": {
                    "FunctionName": {"Ref": "Writer"},
                    "EventSourceArn": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":kinesis:", {"Ref": "AWS::Region"}, ":", {"Ref": "AWS::AccountId"}, ":stream/events"]]},
                    "StartingPosition": "TRIM_HORIZON"
                    %s
                  }
                }
                """.formatted(more);
    }

    private void template(String resources) throws IOException {
        Files.writeString(folder.resolve("Stack.template.json"), "{\"Resources\": {" + resources + "}}");
    }
}
