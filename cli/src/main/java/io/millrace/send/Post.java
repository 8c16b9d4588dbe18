package io.millrace.send;

/**
 * What one HTTP request carries.
 *
 * @param body events of one dataset as NDJSON; every resend sends exactly these bytes
 * @param events how many they are
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these
public record Post(String dataset, byte[] body, int events) {

    public Post {
        if (events < 1) {
            throw new IllegalArgumentException("Cannot post " + events + " events to " + dataset);
        }
    }
}
