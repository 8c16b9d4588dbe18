package io.millrace.alerts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.millrace.alerts.fold.DynamoAlertLog;
import io.millrace.alerts.fold.Folding;
import io.millrace.alerts.notice.SnsEvent;
import io.millrace.alerts.slack.SecretsManagerSecret;
import io.millrace.alerts.slack.SlackChannel;
import io.millrace.contract.Contracts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * The alerts function, behind the topics of alerts and notices. It throws when a message could not be sent, so that Lambda
 * tries again and keeps at last what never went out.
 */
public final class AlertsHandler implements RequestStreamHandler {
    /** What is left of the function's time to remember what was sent. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** No invocation lasts longer. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Alerting alerting;
    private final InstantSource clock;

    /** As the Lambda runtime makes it. */
    public AlertsHandler() {
        this(System.getenv());
    }

    /** @throws IllegalArgumentException naming the variable that is missing or wrong */
    public AlertsHandler(Map<String, String> variables) {
        this(alerting(AlertsSettings.from(variables), variables), InstantSource.system());
    }

    AlertsHandler(Alerting alerting, InstantSource clock) {
        this.alerting = alerting;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Instant deadline =
                clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(GRACE);
        alerting.take(SnsEvent.read(event), deadline);
        answer.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private static Alerting alerting(AlertsSettings settings, Map<String, String> variables) {
        InstantSource clock = InstantSource.system();
        return new Alerting(
                new Completion(Contracts.bundled(), settings.runbooks()),
                new Folding(
                        new DynamoAlertLog(AwsClients.dynamo(variables), settings.table()),
                        settings.foldWindow(),
                        LONGEST,
                        clock),
                new SlackChannel(
                        new SecretsManagerSecret(AwsClients.secrets(variables), settings.slackSecret()),
                        settings.environment(),
                        clock,
                        time -> Thread.sleep(time.toMillis())),
                new DeliveryLog(System.out),
                clock);
    }
}
