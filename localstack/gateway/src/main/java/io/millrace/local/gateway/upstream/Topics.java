package io.millrace.local.gateway.upstream;

import java.io.IOException;

/** Topics of SNS in the emulator. */
public interface Topics {
    /**
     * Publishes a message.
     *
     * @param topic name of a topic of the account
     * @throws IOException if it was perhaps not published, as when there is no such topic
     */
    void publish(String topic, String message) throws IOException, InterruptedException;
}
