package io.millrace.local.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The running API answers what its description says, to whatever schemathesis makes of the description. */
@ExtendWith(LocalPlatform.class)
final class OpenApiIT {
    /** Of each operation; -Dopenapi.examples=400 makes more than 5,000 requests. */
    private static final String EXAMPLES = System.getProperty("openapi.examples", "10");

    @BeforeAll
    static void install() {
        ClientTools.install();
    }

    @Test
    void no_answer_of_the_door_is_undocumented_and_none_is_a_failure_of_ours() {
        hold("ingest.yaml", "ingestUrl", "writeKey");
    }

    @Test
    void no_answer_of_the_serving_api_is_undocumented_and_none_is_a_failure_of_ours() {
        hold("serving.yaml", "apiUrl", "apiKey");
    }

    private static void hold(String description, String url, String key) {
        JsonNode outputs = LocalPlatform.millrace("outputs").succeeded().json();
        Running.start(
                        List.of(
                                ClientTools.PYTHON
                                        .resolveSibling("schemathesis")
                                        .toString(),
                                "run",
                                Checkout.root()
                                        .resolve("docs/api/" + description)
                                        .toString(),
                                "--url",
                                outputs.get(url).asText(),
                                "--header",
                                "x-api-key: " + outputs.get(key).asText(),
                                "--checks",
                                "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance",
                                "--mode",
                                "all",
                                "--max-examples",
                                EXAMPLES,
                                "--seed",
                                "1",
                                // Its library loses count of itself in more threads than one.
                                "--workers",
                                "1",
                                "--phases",
                                "examples,coverage,fuzzing",
                                "--no-color"),
                        Map.of())
                .await(Duration.ofMinutes(20))
                .succeeded();
    }
}
