package io.millrace.serving;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.serving.catalog.CachedCatalog;
import io.millrace.serving.catalog.Catalog;
import io.millrace.serving.catalog.CatalogTable;
import io.millrace.serving.catalog.CatalogUnavailableException;
import io.millrace.serving.catalog.TableJson;
import io.millrace.serving.http.Answer;
import io.millrace.serving.http.RefusalException;
import io.millrace.serving.http.Request;
import io.millrace.serving.query.Queries;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The endpoints. */
final class Api {
    private static final Set<String> ENDPOINTS = Set.of("health", "tables", "query", "catalog");
    private static final Set<String> LAYERS = Set.of("bronze", "silver", "gold", "ops", "quarantine");

    private final CachedCatalog catalog;
    private final Promises promises;
    private final Queries queries;
    private final Preview preview;
    private final ServingSettings settings;

    Api(CachedCatalog catalog, Promises promises, Queries queries, ServingSettings settings) {
        this.catalog = catalog;
        this.promises = promises;
        this.queries = queries;
        this.preview = new Preview(queries);
        this.settings = settings;
    }

    /** What a request asks, for the log: without names or values, which are the sender's. */
    static String endpoint(Request request) {
        String first = request.path().isEmpty() ? "" : request.path().get(0);
        return ENDPOINTS.contains(first) ? "/" + first : "unknown";
    }

    /** @throws RefusalException for every request that has no other answer */
    Answer answer(Request request, Instant deadline) throws RefusalException, InterruptedException {
        List<String> path = request.path();
        String first = path.isEmpty() ? "" : path.get(0);
        return switch (first + "/" + path.size()) {
            case "health/1" -> get(request, this::health);
            case "tables/1" -> get(request, () -> tables(request));
            case "tables/2" -> get(request, () -> TableJson.whole(table(path.get(1))));
            case "tables/3" -> {
                if (!path.get(2).equals("preview")) {
                    throw unknownPath();
                }
                yield get(request, () -> preview.of(table(path.get(1)), previewRows(request), deadline));
            }
            case "catalog/1" -> get(request, promises::catalog);
            case "catalog/3" -> {
                if (!path.get(1).equals("lineage")) {
                    throw unknownPath();
                }
                yield get(request, () -> promises.lineage(path.get(2)));
            }
            case "query/1" -> {
                method(request, "POST");
                yield Answer.ok(queries.answer(request.body(), deadline));
            }
            default -> throw unknownPath();
        };
    }

    private interface Endpoint {
        ObjectNode body() throws RefusalException, InterruptedException;
    }

    private static Answer get(Request request, Endpoint endpoint) throws RefusalException, InterruptedException {
        method(request, "GET");
        return Answer.ok(endpoint.body());
    }

    private static void method(Request request, String wanted) throws RefusalException {
        if (!request.method().equals(wanted)) {
            throw new RefusalException(405, "method_not_allowed", "Cannot do that here: use " + wanted);
        }
    }

    private ObjectNode health() throws RefusalException {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", "ok")
                .put("environment", settings.environment())
                .put("version", settings.serviceVersion())
                .put("tables", current().tables().size())
                .put("as_of", current().readAt().toString());
    }

    private ObjectNode tables(Request request) throws RefusalException {
        String layer = request.query().get("layer");
        if (layer != null && !LAYERS.contains(layer)) {
            throw new RefusalException(
                    400, "bad_query", "Cannot take layer: use bronze, silver, gold, ops or quarantine");
        }
        Catalog now = current();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode tables = answer.putArray("tables");
        now.tables().stream()
                .filter(table -> layer == null || table.layer().equals(layer))
                .forEach(table -> tables.add(TableJson.summary(table)));
        return answer.put("count", tables.size()).put("as_of", now.readAt().toString());
    }

    private CatalogTable table(String name) throws RefusalException {
        return current()
                .find(name)
                .orElseThrow(() -> new RefusalException(
                        404, "unknown_table", "Cannot find a table of that name; GET /tables lists all"));
    }

    private static int previewRows(Request request) throws RefusalException {
        String limit = request.query().getOrDefault("limit", Integer.toString(Preview.USUAL_ROWS));
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > Preview.MOST_ROWS) {
            throw new RefusalException(
                    400, "bad_query", "Cannot take limit: use a whole number from 1 to " + Preview.MOST_ROWS);
        }
        return Integer.parseInt(limit);
    }

    private Catalog current() throws RefusalException {
        try {
            return catalog.get();
        } catch (CatalogUnavailableException e) {
            throw new RefusalException(
                    503, "catalog_unavailable", "Cannot tell of tables now: the catalog does not answer", e);
        }
    }

    private static RefusalException unknownPath() {
        return new RefusalException(
                404,
                "unknown_path",
                "Cannot find that path: this API has GET /health, /tables, /tables/{name}, /tables/{name}/preview,"
                        + " /catalog, /catalog/lineage/{name} and POST /query");
    }
}
