package io.millrace.send;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What became of a file's rows. Safe for threads. */
public final class Summary {

    private static final int LISTED = 10;

    private final Path file;
    private final String dataset;
    private final Map<Long, String> rejections = new TreeMap<>();
    private long accepted;
    private long rejected;
    private long unknown;
    private int posts;
    private int resends;
    private int unanswered;
    private Duration took = Duration.ZERO;

    Summary(Path file, String dataset) {
        this.file = file;
        this.dataset = dataset;
    }

    synchronized void add(Post post, long firstRow, Outcome outcome) {
        posts++;
        resends += outcome.attempts().resends();
        unanswered += outcome.attempts().unanswered();
        if (outcome instanceof Outcome.Taken taken) {
            rejected += taken.rejected().size();
            accepted += post.events() - taken.rejected().size();
            for (Outcome.Rejected one : taken.rejected()) {
                if (rejections.size() < LISTED) {
                    rejections.put(firstRow + one.index(), one.reason());
                }
            }
        } else {
            unknown += post.events();
        }
    }

    synchronized void took(Duration duration) {
        took = duration;
    }

    /** Rows whose POST has ended. */
    public synchronized long answered() {
        return accepted + rejected + unknown;
    }

    synchronized String detail() {
        return rejected + " rejected, " + resends + " resends";
    }

    /** Rows of POSTs that were given up: they may or may not be in the lake. */
    public synchronized long unknown() {
        return unknown;
    }

    /** The summary as it is printed; of the rejected rows only some are listed. */
    public synchronized ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", file.toString());
        json.put("dataset", dataset);
        json.put("rows", answered());
        json.put("accepted", accepted);
        json.put("rejected", rejected);
        json.put("unknown", unknown);
        json.put("posts", posts);
        json.put("retries", resends);
        json.put("unansweredAttempts", unanswered);
        new Pace(answered(), took).writeTo(json);
        ArrayNode listed = json.putArray("rejections");
        rejections.forEach((row, reason) -> listed.addObject().put("row", row).put("reason", reason));
        return json;
    }
}
