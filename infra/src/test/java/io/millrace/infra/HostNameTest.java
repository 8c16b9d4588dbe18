package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.infra.environment.Environment;
import io.millrace.infra.environment.EnvironmentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNameTest {
    @Test
    void an_api_with_its_own_host_name_is_an_origin_without_a_path(@TempDir Path folder) throws IOException {
        String certificate = "arn:aws:acm:us-east-1:111122223333:certificate/1";
        String dev = Files.readString(Synthesised.ENVIRONMENTS.resolve("dev.yaml"));
        Files.writeString(
                folder.resolve("dev.yaml"),
                dev.replace(
                        "domain: null", "domain: {name: events.example.com, certificateArn: \"" + certificate + "\"}"));
        Environment environment = EnvironmentFile.read(folder, "dev");

        Synthesised named = Synthesised.synthesise(environment, "dev-with-host-name");

        JsonNode domain =
                named.properties("Ingestion", "AWS::ApiGateway::DomainName", "DomainName", "events.example.com");
        assertThat(domain.path("RegionalCertificateArn").asText()).isEqualTo(certificate);
        assertThat(domain.path("SecurityPolicy").asText()).isEqualTo("TLS_1_2");
        assertThat(named.resources("Ingestion", "AWS::ApiGateway::BasePathMapping"))
                .singleElement()
                .satisfies(mapping ->
                        assertThat(mapping.path("Properties").has("BasePath")).isFalse());
        assertThat(named.template("Ingestion").at("/Outputs/IngestUrl/Value").asText())
                .isEqualTo("https://events.example.com");
        assertThat(named.outputs()).contains("IngestDomainTarget");
        assertThat(named.findings()).isEmpty();
    }
}
