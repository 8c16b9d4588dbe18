package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A workgroup's configuration.
 *
 * @param enforced whether its settings win over those of a request
 * @param outputLocation where results go, or null
 * @param cutoffBytes what one query may scan; 0 for no limit
 */
record Workgroup(
        String name,
        boolean enabled,
        boolean enforced,
        @Nullable String outputLocation,
        long cutoffBytes) {

    /** Reads the WorkGroup of a GetWorkGroup response. */
    static Workgroup of(JsonNode json) {
        JsonNode configuration = json.path("Configuration");
        String location =
                configuration.path("ResultConfiguration").path("OutputLocation").asText("");
        return new Workgroup(
                json.path("Name").asText(),
                !json.path("State").asText("ENABLED").equals("DISABLED"),
                configuration.path("EnforceWorkGroupConfiguration").asBoolean(false),
                location.isEmpty() ? null : location,
                configuration.path("BytesScannedCutoffPerQuery").asLong(0));
    }

    /**
     * Where a query's results go.
     *
     * @param requested the request's own location, or null
     */
    String resultLocation(@Nullable String requested) throws AthenaException {
        String location = requested == null || (enforced && outputLocation != null) ? outputLocation : requested;
        if (location == null || !location.startsWith("s3://")) {
            throw AthenaException.invalid("No output location provided. An output location is required either through"
                    + " the Workgroup result configuration setting or as an API input.");
        }
        return location.endsWith("/") ? location : location + "/";
    }
}
