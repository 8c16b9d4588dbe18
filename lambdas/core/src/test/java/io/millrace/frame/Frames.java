package io.millrace.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Frames to try things on. */
final class Frames {
    static final Instant RECEIVED_AT = Instant.parse("2026-11-21T10:15:30.123456Z");

    /** Two events, the second of them rejected, as the release before protocols wrote them. */
    static final String VERSION_1 = "TVIBAAAAAJEaxRB3B2JhdGNoLTHA7aqf6piYAwN3ZWIFMC4xLjAVeyJpcF9jbGFzcyI6InB1Ymxp"
            + "YyJ9AgphcHBfZXZlbnRzBTEuMC4wC2NsaWNrc3RyZWFtBTEuMS4wAgAAAAd7ImEiOjF9AwEHCmRlcml2ZWQtaWQIcmVxdWlyZWQFL3Bh"
            + "Z2ULaXMgcmVxdWlyZWQHeyJiIjoyfQ==";

    private Frames() {}

    static Frame frame(@Nullable String context, Entry... entries) {
        return new Frame("batch-1", RECEIVED_AT, "web", "0.1.0", context, new ArrayList<>(List.of(entries)));
    }

    static Entry event(int index, String json) {
        return new Entry("app_events", "1.0.0", index, null, bytes(json), null);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
