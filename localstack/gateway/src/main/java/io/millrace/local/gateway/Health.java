package io.millrace.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.athena.AthenaApi;
import io.millrace.local.gateway.engine.Engine;
import io.millrace.local.gateway.engine.EngineState;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** What {@code /_millrace/health} says: {@code ready} when queries run and the emulator takes connections. */
record Health(Engine engine, AthenaApi athena, URI upstream) {
    private static final int CONNECT_MILLIS = 1_000;

    Reply reply() {
        boolean reachable = reachable();
        EngineState state = engine.state();
        String status = state.name().toLowerCase(Locale.ROOT);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", state == EngineState.READY && !reachable ? "upstream-away" : status);
        json.putObject("engine").put("state", status);
        json.putObject("upstream").put("endpoint", upstream.toString()).put("reachable", reachable);
        ObjectNode queries = json.putObject("queries");
        athena.load().forEach(queries::put);
        return Reply.json(200, json.toString());
    }

    private boolean reachable() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(upstream.getHost(), upstream.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
