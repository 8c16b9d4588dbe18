package io.millrace.serving.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.serving.http.RefusalException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /query}: a statement, or the token of the page to go on with.
 *
 * @param literals SQL of each parameter's value
 * @param limit most rows that the sender wants in all
 */
record QueryRequest(
        String sql,
        List<String> literals,
        int limit,
        @Nullable PageToken next) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Set<String> FIELDS = Set.of("sql", "parameters", "limit", "next_token");
    private static final int MAX_BODY_CHARS = 200_000;

    static QueryRequest read(String body, RowLimits rows) throws RefusalException {
        if (body.length() > MAX_BODY_CHARS) {
            throw new RefusalException(
                    413, "body_too_large", "Cannot take a body of more than " + MAX_BODY_CHARS + " characters");
        }
        JsonNode json = parse(body);
        if (!json.isObject()) {
            throw bad("it is no JSON object");
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw bad("there is a field beside sql, parameters, limit and next_token");
            }
        }
        if (json.has("next_token")) {
            return next(json);
        }
        if (!json.path("sql").isTextual()) {
            throw bad("sql is no text");
        }
        if (json.has("parameters") && !json.path("parameters").isArray()) {
            throw bad("parameters is no list");
        }
        return new QueryRequest(
                json.path("sql").asText(), Literals.of(json.path("parameters")), limit(json, rows), null);
    }

    private static QueryRequest next(JsonNode json) throws RefusalException {
        if (json.size() != 1 || !json.path("next_token").isTextual()) {
            throw bad("next_token is a text and comes alone");
        }
        PageToken token = PageToken.read(json.path("next_token").asText());
        return new QueryRequest("", List.of(), token.rowsLeft(), token);
    }

    private static int limit(JsonNode json, RowLimits rows) throws RefusalException {
        if (!json.has("limit")) {
            return rows.usual();
        }
        JsonNode limit = json.path("limit");
        if (!limit.isInt() || limit.intValue() < 1 || limit.intValue() > rows.most()) {
            throw bad("limit is no whole number from 1 to " + rows.most());
        }
        return limit.intValue();
    }

    private static JsonNode parse(String body) throws RefusalException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw bad("it is no JSON");
        }
    }

    private static RefusalException bad(String what) {
        return new RefusalException(400, "bad_body", "Cannot take the body: " + what);
    }
}
