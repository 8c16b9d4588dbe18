package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an emulated deployment leaves out, and what the local Lambda host reads from its templates. */
class LocalTest {
    private static final String FUNCTION = "AWS::Lambda::Function";

    private final Synthesised local = Synthesised.of("local");
    private final Synthesised dev = Synthesised.of("dev");

    @ParameterizedTest
    @CsvSource({"AWS::WAFv2::WebACL", "AWS::WAFv2::WebACLAssociation", "AWS::Lambda::Alias", "AWS::Lambda::Version"})
    void what_the_emulator_lacks_is_left_out(String type) {
        assertThat(local.resources("Ingestion", type)).isEmpty();
        assertThat(dev.resources("Ingestion", type)).isNotEmpty();
    }

    @Test
    void nothing_is_uploaded() {
        assertThat(Synthesised.read(local.folder().resolve("manifest.json")).toString())
                .doesNotContain("cdk:asset-manifest\",\"properties\":{\"file\":\"Millrace");
        assertThat(local.template("Lake").has("Parameters")).isTrue();
        assertThat(local.template("Lake").path("Parameters").has("BootstrapVersion"))
                .isFalse();
    }

    @Test
    void a_template_fits_in_a_request() {
        assertThat(Synthesised.STACKS)
                .allSatisfy(stack -> assertThat(
                                Files.size(local.folder().resolve("Millrace-local-" + stack + ".template.json")))
                        .isLessThan(51_200));
    }

    @Test
    void the_emulator_does_not_poll_the_stream_and_the_host_finds_the_settings() {
        JsonNode mapping = local.resources("Lake", "AWS::Lambda::EventSourceMapping").stream()
                .filter(resource ->
                        resource.at("/Properties/EventSourceArn").asText().contains(":kinesis:"))
                .findFirst()
                .orElseThrow();
        JsonNode template = local.template("Lake");
        String condition = mapping.path("Condition").asText();
        JsonNode sides = template.path("Conditions").path(condition).path("Fn::Equals");
        assertThat(sides.get(1).asText()).isEqualTo("aws");
        String parameter = sides.get(0).path("Ref").asText();
        assertThat(template.path("Parameters").path(parameter).path("Default").asText())
                .isEqualTo("lambda-host");
        assertThat(mapping.at("/Properties/FunctionName").asText()).isEqualTo("millrace-local-lake-writer");
        assertThat(mapping.at("/Properties/EventSourceArn").asText())
                .isEqualTo("arn:aws:kinesis:us-east-1:111122223333:stream/millrace-local-events-g1");
        assertThat(dev.template("Lake").has("Conditions")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Ingestion, ingest, 1", "Lake, lake, 5", "Serving, serving, 1", "Monitoring, alerts, 1"})
    void a_function_names_the_folder_it_is_loaded_from(String stack, String packageName, int functions) {
        assertThat(local.resources(stack, FUNCTION)).hasSize(functions).allSatisfy(function -> {
            Path folder = Path.of(function.at("/Metadata/aws:asset:path").asText());
            assertThat(folder).isAbsolute().isDirectory().endsWith(Path.of(packageName, "target", "function"));
            assertThat(function.at("/Properties/Environment/Variables/MINISTACK_LAMBDA_PROXY_URL")
                            .asText())
                    .isEqualTo("http://127.0.0.1:9/invoke");
        });
    }

    @Test
    void a_real_deployment_uploads_the_same_folder() {
        assertThat(dev.resources("Lake", FUNCTION)).allSatisfy(function -> {
            Path asset =
                    dev.folder().resolve(function.at("/Metadata/aws:asset:path").asText());
            assertThat(asset.resolve("lib").resolve("function.jar")).hasContent("lake");
            assertThat(function.at("/Properties/Environment/Variables").has("MINISTACK_LAMBDA_PROXY_URL"))
                    .isFalse();
        });
    }
}
