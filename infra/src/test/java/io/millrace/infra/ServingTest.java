package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingTest {
    private static final String FUNCTION = "AWS::Lambda::Function";

    private final Synthesised prod = Synthesised.of("prod");

    @Test
    void every_method_needs_a_key() {
        assertThat(prod.resources("Serving", "AWS::ApiGateway::Method"))
                .hasSize(7)
                .allSatisfy(method -> {
                    JsonNode properties = method.path("Properties");
                    assertThat(properties.path("ApiKeyRequired").asBoolean()).isTrue();
                    assertThat(properties.at("/Integration/Type").asText()).isEqualTo("AWS_PROXY");
                    assertThat(properties.path("HttpMethod").asText()).isIn("GET", "POST");
                });
    }

    @Test
    void the_first_readers_key_has_no_value_in_the_template_and_belongs_to_the_plan() {
        assertThat(prod.resources("Serving", "AWS::ApiGateway::ApiKey"))
                .singleElement()
                .satisfies(
                        key -> assertThat(key.path("Properties").has("Value")).isFalse());
        assertThat(prod.resources("Serving", "AWS::ApiGateway::UsagePlanKey")).hasSize(1);
        JsonNode plan =
                prod.properties("Serving", "AWS::ApiGateway::UsagePlan", "UsagePlanName", "millrace-prod-readers");
        assertThat(plan.at("/Throttle/RateLimit").asInt()).isEqualTo(200);
        assertThat(plan.at("/Quota/Period").asText()).isEqualTo("DAY");
    }

    @Test
    void queries_run_in_a_workgroup_of_their_own_with_a_bound() {
        JsonNode configuration = prod.properties("Serving", "AWS::Athena::WorkGroup", "Name", "millrace-prod-serving")
                .path("WorkGroupConfiguration");
        assertThat(configuration.path("EnforceWorkGroupConfiguration").asBoolean())
                .isTrue();
        assertThat(configuration.path("BytesScannedCutoffPerQuery").asLong()).isEqualTo(1_000_000_000_000L);
        assertThat(configuration
                        .path("ResultConfiguration")
                        .path("OutputLocation")
                        .asText())
                .isEqualTo("s3://millrace-prod-athena-111122223333/results/serving/");
    }

    @Test
    void the_function_answers_before_the_gateway_gives_up() {
        JsonNode function = prod.properties("Serving", FUNCTION, "FunctionName", "millrace-prod-serving");
        JsonNode variables = function.at("/Environment/Variables");
        assertThat(function.path("Timeout").asInt()).isLessThanOrEqualTo(29);
        assertThat(variables.path("MILLRACE_QUERY_TIMEOUT_SECONDS").asInt())
                .isLessThan(function.path("Timeout").asInt());
        assertThat(variables.path("MILLRACE_WORKGROUP").asText()).isEqualTo("millrace-prod-serving");
        assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
    }

    @Test
    void the_function_writes_nothing_but_results() {
        prod.resources("Serving", "AWS::IAM::Policy")
                .forEach(policy -> policy.at("/Properties/PolicyDocument/Statement")
                        .forEach(statement -> {
                            if (statement.path("Action").toString().contains("s3:PutObject")) {
                                assertThat(statement.path("Resource").asText())
                                        .isEqualTo("arn:aws:s3:::millrace-prod-athena-111122223333/results/serving/*");
                            }
                            assertThat(statement.path("Action").toString())
                                    .doesNotContain("Delete", "glue:Update", "glue:Create");
                        }));
    }

    @ParameterizedTest
    @CsvSource({"prod, 1", "local, 0"})
    void a_firewall_stands_before_what_is_reached_from_outside(String environment, int acls) {
        assertThat(Synthesised.of(environment).resources("Serving", "AWS::WAFv2::WebACLAssociation"))
                .hasSize(acls);
    }

    @Test
    void it_is_deployed_after_the_door_with_which_the_log_role_comes() {
        JsonNode artifacts =
                Synthesised.read(prod.folder().resolve("manifest.json")).path("artifacts");
        assertThat(artifacts.path("Millrace-prod-Serving").path("dependencies").toString())
                .contains("\"Millrace-prod-Ingestion\"");
    }
}
