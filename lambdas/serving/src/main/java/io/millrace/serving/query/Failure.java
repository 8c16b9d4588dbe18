package io.millrace.serving.query;

import io.millrace.serving.http.RefusalException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sender is told of a query that failed: the engine's words where the statement is at fault, without our places. */
final class Failure {
    private static final Pattern SCAN_LIMIT = Pattern.compile("(?i)bytes scanned limit");
    /** The line and column are of the statement as it was written anew, which the sender never saw. */
    private static final Pattern CODE =
            Pattern.compile("^([A-Z][A-Z_]{2,60}): (?:line \\d+:\\d+: )?(.*)", Pattern.DOTALL);

    private static final Pattern PLACES =
            Pattern.compile("(?i)(?:s3[an]?://|arn:aws|https?://)[^\\s'\"]*|\\b\\d{12}\\b|\\bawsdatacatalog\\.");
    private static final int MAX_CHARS = 500;

    private Failure() {}

    static RefusalException of(Execution execution) {
        String reason = execution.reason();
        if (SCAN_LIMIT.matcher(reason).find()) {
            return new RefusalException(
                    400, "scan_limit", "Cannot finish the query: it reads more bytes than are allowed; ask for less");
        }
        Matcher code = CODE.matcher(reason);
        if (execution.senders() && code.matches()) {
            return new RefusalException(400, "query_failed", "Cannot run the query: " + told(code.group(2)))
                    .with("rule", code.group(1).toLowerCase(Locale.ROOT));
        }
        if (execution.state() == Execution.State.STOPPED) {
            return new RefusalException(503, "query_stopped", "Cannot finish the query: it was stopped; try again");
        }
        return new RefusalException(
                502, "engine_failed", "Cannot finish the query: the engine failed", new IllegalStateException(reason));
    }

    private static String told(String text) {
        String clean = PLACES.matcher(text).replaceAll("").strip();
        return clean.length() > MAX_CHARS ? clean.substring(0, MAX_CHARS) + "…" : clean;
    }
}
