package io.millrace.local.gateway.wire;

import java.io.Closeable;
import java.io.IOException;

/** What answers the requests of one client connection, one after the other. */
public interface Conversation extends Closeable {
    /**
     * Answers one request.
     *
     * @return whether the connection may carry another request
     */
    boolean answer(Exchange exchange) throws IOException;

    @Override
    default void close() throws IOException {}
}
