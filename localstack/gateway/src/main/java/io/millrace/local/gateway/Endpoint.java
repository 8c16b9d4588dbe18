package io.millrace.local.gateway;

import io.millrace.local.gateway.athena.AthenaApi;
import io.millrace.local.gateway.proxy.PassThrough;
import io.millrace.local.gateway.proxy.ResponseCheck;
import io.millrace.local.gateway.wire.Conversation;
import io.millrace.local.gateway.wire.Exchange;
import io.millrace.local.gateway.wire.RequestHead;
import java.io.IOException;
import java.net.URI;

/** The local AWS endpoint: Athena and the gateway's own health are answered here, everything else by the emulator. */
final class Endpoint implements Conversation {
    private static final String HEALTH = "/_millrace/health";
    private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;

    private final AthenaApi athena;
    private final Health health;
    private final PassThrough passThrough;

    Endpoint(AthenaApi athena, Health health, URI upstream) {
        this.athena = athena;
        this.health = health;
        this.passThrough = new PassThrough(upstream);
    }

    @Override
    public boolean answer(Exchange exchange) throws IOException {
        RequestHead request = exchange.request();
        String target = request.fields().first("x-amz-target");
        if (target != null && target.startsWith(AthenaApi.TARGET_PREFIX)) {
            String operation = target.substring(AthenaApi.TARGET_PREFIX.length());
            if (!AthenaApi.keptByStore(operation)) {
                byte[] content = exchange.content(MAX_REQUEST_BYTES);
                return exchange.reply(athena.answer(operation, content));
            }
        }
        if (request.path().equals(HEALTH)) {
            exchange.content(MAX_REQUEST_BYTES);
            return exchange.reply(health.reply());
        }
        return passThrough.pass(exchange, request, ResponseCheck.NONE);
    }

    @Override
    public void close() throws IOException {
        passThrough.close();
    }
}
