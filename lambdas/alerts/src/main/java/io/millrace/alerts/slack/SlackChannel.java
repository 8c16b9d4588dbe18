package io.millrace.alerts.slack;

import io.millrace.alerts.Channel;
import io.millrace.alerts.Delivery;
import io.millrace.alerts.DeliveryException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Posts to a webhook. 429 waits as long as {@code Retry-After} says; 5xx, a lost connection and a time-out wait a little
 * longer each time; all as long as the deadline allows. Anything else is no matter of time and fails at once, except that
 * an address that Slack knows no more is read from the secret again, once.
 */
public final class SlackChannel implements Channel {
    /** How long one post may take. Slack answers in well under a second. */
    private static final Duration TRY = Duration.ofSeconds(5);

    private final Webhooks webhooks;
    private final SlackMessage message;
    private final HttpClient http;
    private final InstantSource clock;
    private final Backoff backoff;

    /** @param environment the platform's, shown in each message */
    public SlackChannel(Secret secret, String environment, InstantSource clock, Waits waits) {
        this.webhooks = new Webhooks(secret, clock);
        this.message = new SlackMessage(environment);
        this.http = HttpClient.newBuilder().connectTimeout(TRY).build();
        this.clock = clock;
        this.backoff = new Backoff(clock, waits);
    }

    @Override
    public String send(Delivery delivery, Instant deadline) {
        String body = message.write(delivery).toString();
        boolean again = false;
        for (int tries = 1; ; tries++) {
            SlackAnswer answer = post(webhooks.of(delivery.alert().channel()), body, deadline);
            if (answer.taken()) {
                return body;
            }
            if (answer.gone() && !again) {
                again = true;
                webhooks.forget();
            } else if (!answer.passing()) {
                throw new DeliveryException("Cannot send to Slack: it answered " + answer.text());
            } else {
                backoff.await(tries, answer, deadline);
            }
        }
    }

    private SlackAnswer post(URI webhook, String body, Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw new DeliveryException("Cannot send to Slack: no time is left");
        }
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(left.compareTo(TRY) < 0 ? left : TRY)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new SlackAnswer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Retry-After").orElse(""));
        } catch (IOException e) {
            // Its class only: some messages tell the address.
            return SlackAnswer.none(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException("Cannot send to Slack: interrupted");
        }
    }
}
