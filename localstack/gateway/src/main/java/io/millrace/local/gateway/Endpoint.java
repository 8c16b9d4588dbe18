package io.millrace.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.local.gateway.athena.AthenaApi;
import io.millrace.local.gateway.glue.GlueApi;
import io.millrace.local.gateway.origin.IngestFaults;
import io.millrace.local.gateway.proxy.PassThrough;
import io.millrace.local.gateway.proxy.ResponseCheck;
import io.millrace.local.gateway.slack.RunbookPages;
import io.millrace.local.gateway.slack.SlackReceiver;
import io.millrace.local.gateway.wire.Conversation;
import io.millrace.local.gateway.wire.Exchange;
import io.millrace.local.gateway.wire.Reply;
import io.millrace.local.gateway.wire.RequestHead;
import java.io.IOException;
import java.net.URI;

/**
 * The local AWS endpoint: Athena, runs of Glue jobs, the gateway's own health, the switches for faults and what stands in for
 * Slack are answered here, everything else by the emulator.
 */
final class Endpoint implements Conversation {
    private static final String HEALTH = "/_millrace/health";
    private static final String INGEST_FAULTS = "/_millrace/faults/ingest";
    private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;

    private final AthenaApi athena;
    private final GlueApi glue;
    private final Health health;
    private final IngestFaults faults;
    private final SlackReceiver slack;
    private final RunbookPages runbooks;
    private final PassThrough passThrough;

    Endpoint(
            AthenaApi athena,
            GlueApi glue,
            Health health,
            IngestFaults faults,
            SlackReceiver slack,
            RunbookPages runbooks,
            URI upstream) {
        this.athena = athena;
        this.glue = glue;
        this.health = health;
        this.faults = faults;
        this.slack = slack;
        this.runbooks = runbooks;
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
        if (target != null && target.startsWith(GlueApi.TARGET_PREFIX)) {
            String operation = target.substring(GlueApi.TARGET_PREFIX.length());
            if (glue.answers(operation)) {
                return exchange.reply(glue.answer(operation, exchange.content(MAX_REQUEST_BYTES)));
            }
        }
        if (request.path().equals(HEALTH)) {
            exchange.content(MAX_REQUEST_BYTES);
            return exchange.reply(health.reply());
        }
        if (request.path().equals(INGEST_FAULTS)) {
            return exchange.reply(setFaults(exchange.content(MAX_REQUEST_BYTES)));
        }
        if (request.path().equals(SlackReceiver.PATH)) {
            return exchange.reply(slack.answer(request.method(), exchange.content(MAX_REQUEST_BYTES)));
        }
        if (request.path().equals(SlackReceiver.FAULTS)) {
            return exchange.reply(slack.setFaults(exchange.content(MAX_REQUEST_BYTES)));
        }
        if (request.path().startsWith(RunbookPages.PREFIX)) {
            exchange.content(MAX_REQUEST_BYTES);
            return exchange.reply(runbooks.answer(request.path()));
        }
        return passThrough.pass(exchange, request, ResponseCheck.NONE);
    }

    /** The body is how often each batch is answered with 429. */
    private Reply setFaults(byte[] body) {
        String text = new String(body, UTF_8).strip();
        if (!text.matches("\\d{1,3}")) {
            return Reply.json(400, "{\"message\":\"Cannot set faults: send how often to refuse each batch\"}");
        }
        faults.refuseEach(Integer.parseInt(text));
        return Reply.json(200, "{}");
    }

    @Override
    public void close() throws IOException {
        passThrough.close();
    }
}
