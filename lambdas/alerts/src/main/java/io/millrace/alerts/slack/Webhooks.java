package io.millrace.alerts.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.alerts.DeliveryException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where messages for a channel go. A webhook is made for one channel, so there is one for each: the secret is an address, or
 * a JSON object of addresses by channel, with {@code default} for all others. It is read once in five minutes, and again
 * when Slack says that an address is no more.
 */
final class Webhooks {
    static final Duration KNOWN_FOR = Duration.ofMinutes(5);

    private static final String DEFAULT = "default";
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");
    private static final JsonMapper JSON = new JsonMapper();

    private final Secret secret;
    private final InstantSource clock;
    private @Nullable String value;
    private Instant readAt = Instant.EPOCH;

    Webhooks(Secret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** @throws DeliveryException if the secret cannot be read or holds no address; it tells nothing of its value */
    synchronized URI of(@Nullable String channel) {
        Instant now = clock.instant();
        String known = value;
        if (known == null || !now.isBefore(readAt.plus(KNOWN_FOR))) {
            known = secret.read();
            value = known;
            readAt = now;
        }
        return address(known.strip(), channel);
    }

    /** Reads the secret again the next time. */
    synchronized void forget() {
        value = null;
    }

    private URI address(String text, @Nullable String channel) {
        if (!text.startsWith("{")) {
            return uri(text);
        }
        JsonNode addresses;
        try {
            addresses = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // Without its cause, which quotes the text.
            throw new DeliveryException("Cannot read secret " + secret.name() + ": it is no JSON object");
        }
        JsonNode own = channel == null ? addresses.path("") : addresses.path(channel);
        return uri(own.isTextual() ? own.asText() : addresses.path(DEFAULT).asText());
    }

    /** Over TLS, but for a receiver on this machine. */
    private URI uri(String address) {
        try {
            URI uri = new URI(address);
            boolean here = "http".equals(uri.getScheme()) && HERE.contains(String.valueOf(uri.getHost()));
            if (("https".equals(uri.getScheme()) && uri.getHost() != null) || here) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw nothing();
        }
        throw nothing();
    }

    private DeliveryException nothing() {
        return new DeliveryException("Cannot send to Slack: secret " + secret.name()
                + " holds no webhook's address; put one there with aws secretsmanager put-secret-value");
    }
}
