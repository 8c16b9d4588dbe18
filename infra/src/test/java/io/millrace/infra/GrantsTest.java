package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole of what each function may do: a new grant is a new line here. */
class GrantsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ingestion | IngestFunctionRole         | dynamodb:GetItem
            Ingestion | IngestFunctionRole         | kinesis:PutRecords
            Lake      | WriterLakeWriterRole       | dynamodb:ConditionCheckItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem
            Lake      | WriterLakeWriterRole       | glue:GetTable
            Lake      | WriterLakeWriterRole       | kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetRecords kinesis:GetShardIterator kinesis:ListShards
            Lake      | WriterLakeWriterRole       | s3:AbortMultipartUpload s3:GetObject s3:ListBucket s3:PutObject
            Lake      | WriterLakeWriterRole       | sqs:SendMessage
            Lake      | CommitterLakeCommitterRole | dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem
            Lake      | CommitterLakeCommitterRole | glue:GetTable glue:UpdateTable
            Lake      | CommitterLakeCommitterRole | s3:AbortMultipartUpload s3:DeleteObject s3:GetObject s3:ListBucket s3:PutObject
            Lake      | CommitterLakeCommitterRole | sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage sqs:SendMessage
            Lake      | ReplayQuarantineReplayRole | dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem
            Lake      | ReplayQuarantineReplayRole | glue:GetTable
            Lake      | ReplayQuarantineReplayRole | s3:AbortMultipartUpload s3:GetObject s3:ListBucket s3:PutObject
            Lake      | ReplayQuarantineReplayRole | sqs:SendMessage
            Lake      | ClaimRemovalRole           | dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query
            Lake      | ClaimRemovalRole           | glue:GetTable
            Lake      | ClaimRemovalRole           | s3:GetObject s3:ListBucket
            Jobs      | BatchIngestRole            | glue:CreateTable glue:GetDatabase glue:GetTable glue:GetTables glue:UpdateTable
            Jobs      | BatchIngestRole            | s3:AbortMultipartUpload s3:DeleteObject s3:GetObject s3:ListBucket s3:PutObject
            Jobs      | TableSizesRole             | glue:GetDatabase glue:GetTable glue:GetTables
            Jobs      | TableSizesRole             | s3:GetObject s3:ListBucket s3:PutObject
            Jobs      | PipelineRunner             | glue:BatchStopJobRun glue:GetJobRun glue:GetJobRuns glue:StartJobRun
            Jobs      | PipelineRunner             | sns:Publish
            Jobs      | PipelineRunner             | kms:Decrypt kms:GenerateDataKey
            Jobs      | PipelineStarter            | states:StartExecution
            Jobs      | MaintenanceScheduleStarter | glue:StartJobRun
            Jobs      | MaintenanceRole            | dynamodb:GetItem dynamodb:Query
            Jobs      | MaintenanceRole            | glue:CreateTable glue:GetDatabase glue:GetTable glue:GetTables glue:UpdateTable
            Jobs      | ExactDedupRole             | dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem
            Lake      | MigrationMigrateRole       | dynamodb:GetItem dynamodb:PutItem dynamodb:Query
            Lake      | MigrationMigrateRole       | glue:CreateDatabase glue:CreateTable glue:GetDatabase glue:GetTable glue:UpdateTable
            Lake      | MigrationMigrateRole       | kinesis:ListShards
            Lake      | MigrationMigrateRole       | s3:AbortMultipartUpload s3:DeleteObject s3:GetObject s3:ListBucket s3:PutObject
            Lake      | MigrationMigrateRole       | sns:Publish
            Lake      | MigrationMigrateRole       | sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage
            Serving   | ServingFunctionRole        | athena:GetQueryExecution athena:GetQueryResults athena:StartQueryExecution athena:StopQueryExecution
            Serving   | ServingFunctionRole        | glue:GetDatabase glue:GetDatabases glue:GetTable glue:GetTables
            Serving   | ServingFunctionRole        | s3:AbortMultipartUpload s3:GetBucketLocation s3:GetObject s3:ListBucket s3:ListMultipartUploadParts s3:PutObject
            Monitoring | AlertSenderAlertsRole     | dynamodb:GetItem dynamodb:PutItem
            Monitoring | AlertSenderAlertsRole     | secretsmanager:GetSecretValue
            """)
    void a_function_may_do_this_to_a_service_and_no_more(String stack, String role, String actions) {
        String service = actions.substring(0, actions.indexOf(':') + 1);
        assertThat(actions(stack, role).stream().filter(action -> action.startsWith(service)))
                .containsExactly(actions.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ingestion | IngestFunctionRole         | dynamodb kinesis logs
            Lake      | WriterLakeWriterRole       | dynamodb glue kinesis logs s3 sqs
            Lake      | CommitterLakeCommitterRole | dynamodb glue logs s3 sqs
            Lake      | ReplayQuarantineReplayRole | dynamodb glue logs s3 sqs
            Lake      | ClaimRemovalRole           | dynamodb glue logs s3
            Lake      | MigrationMigrateRole       | dynamodb glue kinesis logs s3 sns sqs
            Serving   | ServingFunctionRole        | athena glue logs s3
            Jobs      | TableSizesRole             | glue logs s3
            Jobs      | PipelineRunner             | glue kms sns
            Jobs      | PipelineStarter            | states
            Jobs      | MaintenanceRole            | dynamodb glue logs s3
            Jobs      | ExactDedupRole             | dynamodb glue logs s3
            Monitoring | AlertSenderAlertsRole     | dynamodb logs secretsmanager sqs
            """)
    void a_function_reaches_these_services_and_no_other(String stack, String role, String services) {
        assertThat(actions(stack, role).stream()
                        .map(action -> action.substring(0, action.indexOf(':')))
                        .distinct())
                .containsExactly(services.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void nothing_is_granted_on_everything_but_traces(String environment) {
        Synthesised synthesised = Synthesised.of(environment);
        for (String stack : Synthesised.STACKS) {
            for (JsonNode statement : statements(synthesised, stack, "")) {
                boolean onAll = each(statement.path("Resource")).stream()
                        .anyMatch(resource -> resource.asText().equals("*"));
                boolean traces = each(statement.path("Action")).stream()
                        .allMatch(action -> action.asText().startsWith("xray:"));
                assertThat(onAll && !traces).as("%s", statement).isFalse();
                assertThat(each(statement.path("Action")))
                        .as("%s", statement)
                        .noneMatch(action -> action.asText().contains("*"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"dev, false", "prod, true"})
    void the_key_is_reached_only_by_its_alias(String environment, boolean ownKey) {
        List<JsonNode> onKeys = statements(Synthesised.of(environment), "Lake", "WriterLakeWriterRole").stream()
                .filter(statement -> statement.path("Action").toString().contains("kms:"))
                .toList();
        assertThat(onKeys)
                .hasSize(ownKey ? 1 : 0)
                .allSatisfy(statement -> assertThat(statement
                                .at("/Condition/ForAnyValue:StringEquals/kms:ResourceAliases")
                                .asText())
                        .isEqualTo("alias/millrace-" + environment));
    }

    private static Set<String> actions(String stack, String role) {
        Set<String> actions = new TreeSet<>();
        for (JsonNode statement : statements(Synthesised.of("dev"), stack, role)) {
            each(statement.path("Action")).forEach(action -> actions.add(action.asText()));
        }
        return actions;
    }

    /** Statements of the policies on roles whose logical id starts so. */
    private static List<JsonNode> statements(Synthesised synthesised, String stack, String role) {
        List<JsonNode> statements = new ArrayList<>();
        for (JsonNode policy : synthesised.resources(stack, "AWS::IAM::Policy")) {
            if (policy.at("/Properties/Roles/0/Ref").asText().startsWith(role)) {
                policy.at("/Properties/PolicyDocument/Statement").forEach(statements::add);
            }
        }
        return statements;
    }

    private static List<JsonNode> each(JsonNode oneOrMany) {
        List<JsonNode> all = new ArrayList<>();
        if (oneOrMany.isArray()) {
            oneOrMany.forEach(all::add);
        } else {
            all.add(oneOrMany);
        }
        return all;
    }
}
