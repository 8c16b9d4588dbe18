package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String TABLE = "AWS::DynamoDB::Table";

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void no_bucket_is_public_or_takes_plain_http(String environment) {
        Synthesised synthesised = Synthesised.of(environment);
        assertThat(synthesised.resources("Storage", BUCKET)).isNotEmpty().allSatisfy(bucket -> {
            JsonNode block = bucket.path("Properties").path("PublicAccessBlockConfiguration");
            assertThat(block)
                    .hasSize(4)
                    .allSatisfy(value -> assertThat(value.asBoolean()).isTrue());
        });
        assertThat(synthesised.resources("Storage", "AWS::S3::BucketPolicy"))
                .hasSameSizeAs(synthesised.resources("Storage", BUCKET))
                .allSatisfy(policy -> assertThat(policy.toString()).contains("aws:SecureTransport"));
    }

    @ParameterizedTest
    @CsvSource({"local, AES256, false", "dev, AES256, false", "staging, aws:kms, true", "prod, aws:kms, true"})
    void the_lake_is_encrypted_and_versioned_as_its_environment_says(
            String environment, String algorithm, boolean versioned) {
        JsonNode lake = Synthesised.of(environment)
                .properties("Storage", BUCKET, "BucketName", "millrace-" + environment + "-lake-111122223333");
        assertThat(lake.at("/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault"
                                + "/SSEAlgorithm")
                        .asText())
                .isEqualTo(algorithm);
        assertThat(lake.at("/VersioningConfiguration/Status").asText()).isEqualTo(versioned ? "Enabled" : "");
    }

    @ParameterizedTest
    @CsvSource({"local, alias/aws/sns", "dev, alias/aws/sns", "staging, Key", "prod, Key"})
    void notices_are_encrypted_and_take_no_plain_http(String environment, String key) {
        Synthesised synthesised = Synthesised.of(environment);
        JsonNode topic = synthesised.properties(
                "Storage", "AWS::SNS::Topic", "TopicName", "millrace-" + environment + "-notices");
        assertThat(topic.path("KmsMasterKeyId").toString()).contains(key);
        assertThat(synthesised.resources("Storage", "AWS::SNS::TopicPolicy"))
                .singleElement()
                .asString()
                .contains("aws:SecureTransport");
    }

    @Test
    void query_results_are_removed_after_some_days() {
        JsonNode results =
                Synthesised.of("prod").properties("Storage", BUCKET, "BucketName", "millrace-prod-athena-111122223333");
        assertThat(results.at("/LifecycleConfiguration/Rules").toString())
                .contains("\"ExpirationInDays\":7", "\"Prefix\":\"results/\"");
    }

    @ParameterizedTest
    @CsvSource({
        "local, false, false, Delete",
        "dev, false, false, Delete",
        "staging, true, false, Retain",
        "prod, true, true, Retain"
    })
    void tables_are_as_safe_as_their_environment_says(
            String environment, boolean recoverable, boolean protectedFromDeletion, String removal) {
        assertThat(Synthesised.of(environment).resources("Storage", TABLE))
                .hasSize(2)
                .allSatisfy(table -> {
                    JsonNode properties = table.path("Properties");
                    assertThat(properties
                                    .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                    .asBoolean())
                            .isEqualTo(recoverable);
                    assertThat(properties.path("DeletionProtectionEnabled").asBoolean())
                            .isEqualTo(protectedFromDeletion);
                    assertThat(properties.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
                    assertThat(table.path("DeletionPolicy").asText()).isEqualTo(removal);
                });
    }

    @ParameterizedTest
    @CsvSource({"ledger, 'pk HASH, sk RANGE'", "keys, key_hash HASH"})
    void a_table_has_its_key(String table, String key) {
        JsonNode properties =
                Synthesised.of("prod").properties("Storage", TABLE, "TableName", "millrace-prod-" + table);
        StringBuilder schema = new StringBuilder();
        for (JsonNode part : properties.path("KeySchema")) {
            schema.append(schema.isEmpty() ? "" : ", ")
                    .append(part.path("AttributeName").asText())
                    .append(' ')
                    .append(part.path("KeyType").asText());
        }
        assertThat(schema).hasToString(key);
    }
}
