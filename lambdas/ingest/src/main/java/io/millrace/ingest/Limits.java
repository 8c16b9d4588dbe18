package io.millrace.ingest;

/**
 * What one request may bring.
 *
 * @param maxBodyBytes the most bytes a body may have, as sent and again when unpacked
 * @param maxEvents the most events in one body
 * @param maxEventBytes the most bytes of one event; a frame of one event must fit one record
 */
record Limits(int maxBodyBytes, int maxEvents, int maxEventBytes) {
    /** What a Lambda function can be handed in one request. */
    private static final int MOST_BODY_BYTES = 6 * 1024 * 1024;

    private static final int MOST_EVENTS = 10_000;

    /** One record less a frame's own fields: the sender, the reason of a rejection. */
    private static final int MOST_EVENT_BYTES = Records.MAX_DATA_BYTES - 64 * 1024;

    Limits {
        check("body bytes", maxBodyBytes, MOST_BODY_BYTES);
        check("events", maxEvents, MOST_EVENTS);
        check("event bytes, which must fit one record of the stream", maxEventBytes, MOST_EVENT_BYTES);
    }

    private static void check(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "Cannot limit requests to " + value + " " + what + ": at least 1, at most " + most);
        }
    }
}
