package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestionTest {
    private final Synthesised prod = Synthesised.of("prod");

    @Test
    void every_post_of_events_needs_a_key_that_the_gateway_checks_and_no_preflight_and_no_sdk_does() {
        List<JsonNode> methods = prod.resources("Ingestion", "AWS::ApiGateway::Method");
        assertThat(methods).hasSize(7).allSatisfy(method -> {
            JsonNode properties = method.path("Properties");
            boolean ofEvents = properties.path("ResourceId").toString().contains("events");
            assertThat(properties.path("ApiKeyRequired").asBoolean())
                    .isEqualTo(
                            ofEvents && properties.path("HttpMethod").asText().equals("POST"));
            assertThat(properties.path("RequestValidatorId").isMissingNode()).isFalse();
            assertThat(properties.at("/Integration/Type").asText()).isEqualTo("AWS_PROXY");
        });
    }

    @Test
    void bodies_arrive_byte_for_byte() {
        JsonNode api = prod.properties("Ingestion", "AWS::ApiGateway::RestApi", "Name", "millrace-prod-ingest");
        assertThat(api.path("BinaryMediaTypes")).hasToString("[\"*/*\"]");
    }

    @Test
    void the_stage_is_throttled_and_logged() {
        JsonNode stage = prod.properties("Ingestion", "AWS::ApiGateway::Stage", "StageName", "live");
        JsonNode all = stage.at("/MethodSettings/0");
        assertThat(all.path("ThrottlingRateLimit").asInt()).isEqualTo(2000);
        assertThat(all.path("ThrottlingBurstLimit").asInt()).isEqualTo(4000);
        assertThat(all.path("DataTraceEnabled").asBoolean())
                .as("bodies in the log")
                .isFalse();
        assertThat(stage.path("AccessLogSetting").path("Format").asText()).contains("requestId");
    }

    @Test
    void the_paths_of_sdks_have_a_throttle_of_their_own_for_no_usage_plan_knows_their_keys() {
        JsonNode stage = prod.properties("Ingestion", "AWS::ApiGateway::Stage", "StageName", "live");
        assertThat(stage.path("MethodSettings")).anySatisfy(settings -> {
            assertThat(settings.path("ResourcePath").asText()).isEqualTo("/~1{proxy+}");
            assertThat(settings.path("HttpMethod").asText()).isEqualTo("POST");
            assertThat(settings.path("ThrottlingRateLimit").asInt()).isEqualTo(1000);
        });
    }

    @Test
    void a_source_has_its_own_rate_and_quota() {
        JsonNode plan =
                prod.properties("Ingestion", "AWS::ApiGateway::UsagePlan", "UsagePlanName", "millrace-prod-sources");
        assertThat(plan.at("/Throttle/RateLimit").asInt()).isEqualTo(500);
        assertThat(plan.at("/Quota/Period").asText()).isEqualTo("DAY");
        assertThat(plan.path("ApiStages")).hasSize(1);
    }

    @Test
    void a_throttled_source_is_told_when_to_come_back() {
        JsonNode answer = prod.properties("Ingestion", "AWS::ApiGateway::GatewayResponse", "ResponseType", "THROTTLED");
        assertThat(answer.path("ResponseParameters")
                        .path("gatewayresponse.header.Retry-After")
                        .asText())
                .isEqualTo("'1'");
    }

    @Test
    void one_address_cannot_flood_the_door() {
        JsonNode acl = prod.properties("Ingestion", "AWS::WAFv2::WebACL", "Name", "millrace-prod-ingest");
        assertThat(acl.at("/Rules/0/Statement/RateBasedStatement/Limit").asInt())
                .isEqualTo(30_000);
        assertThat(acl.at("/Rules/0/Action").has("Block")).isTrue();
        assertThat(prod.resources("Ingestion", "AWS::WAFv2::WebACLAssociation")).hasSize(1);
    }

    @Test
    void the_api_calls_a_published_version_that_starts_from_a_snapshot() {
        JsonNode function =
                prod.properties("Ingestion", "AWS::Lambda::Function", "FunctionName", "millrace-prod-ingest");
        assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
        assertThat(prod.properties("Ingestion", "AWS::Lambda::Alias", "Name", "live")
                        .toString())
                .contains("CurrentVersion");
        assertThat(prod.resources("Ingestion", "AWS::ApiGateway::Method"))
                .allSatisfy(method -> assertThat(
                                method.at("/Properties/Integration/Uri").toString())
                        .contains("IngestLive"));
    }

    @Test
    void limits_reach_the_function() {
        JsonNode variables = prod.properties(
                        "Ingestion", "AWS::Lambda::Function", "FunctionName", "millrace-prod-ingest")
                .at("/Environment/Variables");
        assertThat(variables.path("MILLRACE_BUCKETS").asText()).isEqualTo("8");
        assertThat(variables.path("MILLRACE_MAX_BODY_BYTES").asText()).isEqualTo("4194304");
        assertThat(variables.path("MILLRACE_MAX_EVENTS").asText()).isEqualTo("500");
        assertThat(variables.path("MILLRACE_MAX_EVENT_BYTES").asText()).isEqualTo("262144");
        assertThat(variables.path("MILLRACE_SERVICE_VERSION").asText()).isEqualTo("1.2.3");
    }
}
