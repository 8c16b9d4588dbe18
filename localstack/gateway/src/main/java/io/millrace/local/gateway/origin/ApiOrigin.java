package io.millrace.local.gateway.origin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.local.gateway.origin.IngestFaults.Fate;
import io.millrace.local.gateway.proxy.PassThrough;
import io.millrace.local.gateway.upstream.Emulator;
import io.millrace.local.gateway.wire.Conversation;
import io.millrace.local.gateway.wire.Exchange;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A REST API on a port of its own, as SDKs that take only a host need it: every path is the API's. While the emulator is
 * away or holds no such API the answer is 503 with Retry-After: not taken, try again.
 */
public final class ApiOrigin implements Conversation {
    private static final String STAGE = "live";

    private static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;

    private final RestApi api;
    private final IngestFaults faults;
    private final PassThrough passThrough;

    private ApiOrigin(RestApi api, IngestFaults faults, URI upstream) {
        this.api = api;
        this.faults = faults;
        this.passThrough = new PassThrough(upstream);
    }

    /** A conversation for each connection; they share what is known about the API. */
    public static Supplier<Conversation> of(URI upstream, Emulator emulator, String apiName, IngestFaults faults) {
        RestApi api = new RestApi(emulator, apiName);
        return () -> new ApiOrigin(api, faults, upstream);
    }

    /** As {@link #of(URI, Emulator, String, IngestFaults)}, without faults. */
    public static Supplier<Conversation> of(URI upstream, Emulator emulator, String apiName) {
        return of(upstream, emulator, apiName, new IngestFaults());
    }

    @Override
    public boolean answer(Exchange exchange) throws IOException {
        String target = exchange.request().target();
        if (!target.startsWith("/")) {
            return exchange.refuse(Reply.json(400, error("Cannot take " + target + ": this origin is no proxy")));
        }
        String id;
        try {
            Optional<String> found = api.id();
            if (found.isEmpty()) {
                return exchange.refuse(absent("no API named " + api.name() + " is deployed"));
            }
            id = found.get();
        } catch (IOException e) {
            return exchange.refuse(absent("the local AWS emulator does not answer"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return exchange.refuse(absent("the gateway is stopping"));
        }
        if (exchange.request().method().equals("POST") && faults.active()) {
            return answerFaultily(exchange.held(MAX_REQUEST_BYTES), id);
        }
        return pass(exchange, id, Fate.PASSED);
    }

    @Override
    public void close() throws IOException {
        passThrough.close();
    }

    private boolean answerFaultily(Exchange held, String id) throws IOException {
        byte[] content = held.content(MAX_REQUEST_BYTES);
        held.in().reset();
        Fate fate = faults.next(content);
        return fate == Fate.REFUSED ? held.reply(denied()) : pass(held, id, fate);
    }

    private boolean pass(Exchange exchange, String id, Fate fate) throws IOException {
        String moved = "/restapis/" + id + "/" + STAGE + "/_user_request_"
                + exchange.request().target();
        return passThrough.pass(
                exchange,
                exchange.request().withTarget(moved),
                status -> fate == Fate.TAKEN_AND_DENIED ? denied() : gone(id, status));
    }

    /** A 404 of an API that has been replaced is not the API's own answer: the sender shall come again. */
    private @Nullable Reply gone(String id, int status) {
        if (status != 404) {
            return null;
        }
        try {
            return api.lookUp().equals(Optional.of(id)) ? null : absent("the API was replaced");
        } catch (IOException e) {
            return absent("the local AWS emulator does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return absent("the gateway is stopping");
        }
    }

    private static Reply denied() {
        return Reply.json(429, error("Cannot take events: a test of the local platform says so"))
                .with("Retry-After", "1");
    }

    private static Reply absent(String why) {
        return Reply.json(503, error("Cannot take the request: " + why)).with("Retry-After", "1");
    }

    private static String error(String message) {
        return JsonNodeFactory.instance.objectNode().put("message", message).toString();
    }
}
