package io.millrace.local.gateway.origin;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.gateway.upstream.Emulator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a REST API by its name; the id changes with every deployment of a new one. */
final class RestApi {
    private static final int MAX_PAGES = 100;

    private final Emulator emulator;
    private final String apiName;
    private volatile @Nullable String id;

    RestApi(Emulator emulator, String apiName) {
        this.emulator = emulator;
        this.apiName = apiName;
    }

    String name() {
        return apiName;
    }

    /** The id, asked for once; empty while there is no such API. */
    Optional<String> id() throws IOException, InterruptedException {
        String known = id;
        return known != null ? Optional.of(known) : lookUp();
    }

    /** Asks again, whatever is known. */
    Optional<String> lookUp() throws IOException, InterruptedException {
        id = null;
        String query = "";
        for (int page = 0; page < MAX_PAGES; page++) {
            JsonNode apis = emulator.rest("apigateway", "/restapis" + query);
            JsonNode items = apis.has("item") ? apis.path("item") : apis.path("items");
            for (JsonNode api : items) {
                if (api.path("name").asText().equals(apiName)) {
                    String found = api.path("id").asText();
                    id = found;
                    return Optional.of(found);
                }
            }
            String position = apis.path("position").asText("");
            if (position.isEmpty()) {
                break;
            }
            query = "?position=" + URLEncoder.encode(position, StandardCharsets.UTF_8);
        }
        return Optional.empty();
    }
}
