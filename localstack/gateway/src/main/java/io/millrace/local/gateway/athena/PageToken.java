package io.millrace.local.gateway.athena;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;

/** NextToken: where a list or a result goes on, good only for the request it was given for. */
final class PageToken {
    private PageToken() {}

    static String of(String subject, long position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((subject + "@" + position).getBytes(UTF_8));
    }

    /** The position in a request's token; 0 when it has none. */
    static long position(JsonNode request, String subject) throws AthenaException {
        String token = request.path("NextToken").asText("");
        if (token.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            if (text.startsWith(subject + "@")) {
                long position = Long.parseLong(text.substring(subject.length() + 1));
                if (position >= 0) {
                    return position;
                }
            }
        } catch (IllegalArgumentException e) {
            throw AthenaException.invalid("Cannot read NextToken: " + token);
        }
        throw AthenaException.invalid("Cannot use NextToken here: it was given for another request");
    }

    /** The request's MaxResults, checked. */
    static int maxResults(JsonNode request, int limit) throws AthenaException {
        JsonNode given = request.path("MaxResults");
        if (given.isMissingNode() || given.isNull()) {
            return limit;
        }
        int max = given.asInt(0);
        if (max < 1 || max > limit) {
            throw AthenaException.invalid("MaxResults must be from 1 to " + limit + ": " + given);
        }
        return max;
    }
}
