package io.millrace.local.gateway.proxy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.local.gateway.wire.Body;
import io.millrace.local.gateway.wire.Exchange;
import io.millrace.local.gateway.wire.Reply;
import io.millrace.local.gateway.wire.RequestHead;
import io.millrace.local.gateway.wire.ResponseHead;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Passes the requests of one client connection to the emulator over one connection of its own, and the responses back:
 * every byte of head and body as it came, streaming, whatever the size. A client that asks for {@code 100 Continue} is
 * answered here. A request is sent whole before its response is read, as the emulator does not answer earlier. An emulator
 * that is away is a 503. An upgraded connection (WebSocket) becomes a pipe.
 */
public final class PassThrough implements Closeable {
    private final URI upstream;
    private @Nullable UpstreamLink link;

    public PassThrough(URI upstream) {
        this.upstream = upstream;
    }

    /**
     * Passes one request on.
     *
     * @param head the request as it shall arrive
     * @return whether the client's connection may carry another request
     */
    public boolean pass(Exchange exchange, RequestHead head, ResponseCheck check) throws IOException {
        Body body = Body.of(head);
        UpstreamLink used;
        boolean sent;
        ResponseHead response;
        try {
            used = linked();
            sent = send(exchange, head, body, used);
            response = answer(used);
            if (response == null && used.used() && body == Body.NONE) {
                drop(); // the emulator had closed the idle connection: nothing was lost, ask again
                used = linked();
                sent = send(exchange, head, body, used);
                response = answer(used);
            }
        } catch (UpstreamAwayException e) {
            return exchange.refuse(away(String.valueOf(e.getMessage())));
        }
        if (response == null) {
            drop();
            return exchange.refuse(away("it closed the connection without an answer"));
        }
        return relay(exchange, head, used, response, check) && sent;
    }

    @Override
    public void close() throws IOException {
        drop();
    }

    private boolean relay(
            Exchange exchange, RequestHead head, UpstreamLink used, ResponseHead response, ResponseCheck check)
            throws IOException {
        Reply instead = check.instead(response.status());
        if (instead != null) {
            drop();
            return exchange.refuse(instead);
        }
        try {
            exchange.out().write(response.bytes());
            if (response.status() == 101) {
                exchange.out().flush();
                Pipe.join(exchange.in(), used.out(), used.in(), exchange.out());
                drop();
                return false;
            }
            Body body = Body.of(head.method(), response);
            body.copy(response.fields(), used.in(), exchange.out());
            used.rest();
            if (body == Body.UNTIL_CLOSE || !response.keepsAlive() || !head.keepsAlive()) {
                drop();
                return false;
            }
            return true;
        } catch (IOException e) {
            drop();
            throw e;
        }
    }

    /** Sends the request; false when the emulator took only a part of it. */
    private boolean send(Exchange exchange, RequestHead head, Body body, UpstreamLink to) throws IOException {
        UpstreamOutput out = new UpstreamOutput(to.out());
        try {
            out.write(head.bytes());
            if (body != Body.NONE) {
                out.flush();
                exchange.invite();
            }
            body.copy(head.fields(), exchange.in(), out);
            return true;
        } catch (UpstreamWriteException e) {
            return false; // it may have answered before it stopped reading
        } catch (IOException e) {
            drop();
            throw e;
        }
    }

    private static @Nullable ResponseHead answer(UpstreamLink from) {
        try {
            return from.response();
        } catch (IOException e) {
            return null;
        }
    }

    private UpstreamLink linked() throws UpstreamAwayException {
        UpstreamLink present = link;
        if (present != null && present.fresh()) {
            return present;
        }
        try {
            drop();
            UpstreamLink made = UpstreamLink.connect(upstream);
            link = made;
            return made;
        } catch (IOException e) {
            throw new UpstreamAwayException(e);
        }
    }

    private void drop() throws IOException {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    private Reply away(String why) {
        String message = "Cannot reach the local AWS emulator at " + upstream + ": " + why + "; see ./millrace status";
        return Reply.json(
                        503,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("__type", "ServiceUnavailableException")
                                .put("message", message)
                                .toString())
                .with("Retry-After", "1");
    }

    private static final class UpstreamAwayException extends IOException {
        private static final long serialVersionUID = 1L;

        UpstreamAwayException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
