package io.millrace.lake.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where people and programs that want to know hear of what happened. */
interface NoticeTopic {
    /**
     * Sends a notice.
     *
     * @param subject one line for people
     * @param notice with its {@code kind} and {@code environment}, by which subscribers may choose
     * @throws RuntimeException if it was perhaps not sent
     */
    void publish(String subject, ObjectNode notice);
}
