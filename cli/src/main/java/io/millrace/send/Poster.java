package io.millrace.send;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends POSTs to the door and resends the same bytes while it is away or answers 429 or 5xx, honouring Retry-After, for
 * as long as its patience lasts. A resend is safe: an event's id makes its copies one row of silver. May be shared by
 * threads; each call of {@link #post} uses a connection of its own.
 */
public final class Poster {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** A little longer than the 29 s that API Gateway gives the function behind it. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(35);

    /** What a door that opened before says while it is being started again: it knows neither the key nor the path yet. */
    private static final Set<Integer> GONE = Set.of(401, 403, 404);

    private final AtomicBoolean opened = new AtomicBoolean();
    private final Door door;
    private final Duration patience;
    private final Waits waits;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** @param patience how long after the first attempt a POST is still resent */
    public Poster(Door door, Duration patience) {
        this(door, patience, Waits.real());
    }

    Poster(Door door, Duration patience, Waits waits) {
        this.door = door;
        this.patience = patience;
        this.waits = waits;
    }

    /**
     * Returns when the door has answered or the patience is over.
     *
     * @throws RefusedException if the door refuses in a way that resending cannot change
     */
    public Outcome post(Post post) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(door.events(post.dataset()))
                .timeout(ANSWER_TIMEOUT)
                .header("content-type", "application/x-ndjson")
                .header("x-api-key", door.writeKey())
                .POST(BodyPublishers.ofByteArray(post.body()))
                .build();
        long begun = waits.now();
        Attempts attempts = Attempts.FIRST;
        while (true) {
            Attempt attempt = attempt(request);
            if (attempt.taken().isPresent()) {
                return new Outcome.Taken(Answer.rejected(attempt.taken().get()), attempts);
            }
            Duration wait = attempt.asked().orElse(Duration.ZERO);
            Duration backoff = Backoff.before(attempts.resends(), waits.spread());
            wait = wait.compareTo(backoff) > 0 ? wait : backoff;
            if (Duration.ofNanos(waits.now() - begun).plus(wait).compareTo(patience) > 0) {
                return new Outcome.GivenUp(
                        attempt.reason(),
                        new Attempts(attempts.resends(), attempts.unanswered() + (attempt.maybeTaken() ? 1 : 0)));
            }
            waits.pause(wait);
            attempts = attempts.resend(attempt.maybeTaken());
        }
    }

    private Attempt attempt(HttpRequest request) throws InterruptedException {
        try {
            return judge(request, client.send(request, BodyHandlers.ofString()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return Attempt.failed("the door is away: " + e, false, Optional.empty());
        } catch (IOException e) {
            return Attempt.failed("no answer: " + e, true, Optional.empty());
        }
    }

    private Attempt judge(HttpRequest request, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            opened.set(true);
            return Attempt.taken(response.body());
        }
        if (status == 429 || status == 408 || status >= 500) {
            Optional<Duration> asked = response.headers()
                    .firstValue("retry-after")
                    .flatMap(value -> RetryAfter.parse(value, Instant.now()));
            return Attempt.failed("the door answered " + status, status >= 500, asked);
        }
        if (opened.get() && GONE.contains(status)) {
            return Attempt.failed("the door answered " + status, false, Optional.empty());
        }
        throw new RefusedException(request.uri(), status, response.body());
    }

    /**
     * @param taken the door's answer, when it took the POST
     * @param maybeTaken whether it may have been taken although nobody said so
     * @param asked how long the door asked to wait
     */
    private record Attempt(Optional<String> taken, String reason, boolean maybeTaken, Optional<Duration> asked) {

        static Attempt taken(String answer) {
            return new Attempt(Optional.of(answer), "", false, Optional.empty());
        }

        static Attempt failed(String reason, boolean maybeTaken, Optional<Duration> asked) {
            return new Attempt(Optional.empty(), reason, maybeTaken, asked);
        }
    }
}
