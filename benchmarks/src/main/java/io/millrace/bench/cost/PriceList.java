package io.millrace.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.bench.lake.Call;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** AWS's prices and the waits for its answers, each from one file that says where they are from. */
final class PriceList {
    private final JsonNode file;

    private PriceList(JsonNode file) {
        this.file = file;
    }

    /** That of a region. */
    static PriceList of(String region) throws IOException {
        try (InputStream in = PriceList.class.getResourceAsStream(region + ".json")) {
            if (in == null) {
                throw new IOException("Cannot price anything: there are no prices for " + region);
            }
            return new PriceList(new JsonMapper().readTree(in));
        }
    }

    /** USD. */
    double price(String name) {
        return number(file.path("prices").path(name).path("usd"), name);
    }

    /** Milliseconds that such calls take, one after another. */
    double waitMillis(Map<Call, Double> calls) {
        return calls.entrySet().stream()
                // A transaction's units are paid as writes, and waited for as one.
                .mapToDouble(each -> each.getValue() * waitMillis(each.getKey()))
                .sum();
    }

    /** Where and of when the prices are. */
    String origin() {
        return file.path("region").asText() + ", " + file.path("asOf").asText();
    }

    private double waitMillis(Call call) {
        return number(file.path("waits").path(call.name()), call.name());
    }

    private static double number(JsonNode found, String name) {
        if (!found.isNumber()) {
            throw new IllegalArgumentException("Cannot price " + name + ": the list does not have it");
        }
        return found.doubleValue();
    }
}
