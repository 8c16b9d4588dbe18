package io.millrace.infra;

import io.millrace.infra.environment.StreamSettings;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kinesis.StreamEncryption;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.constructs.Construct;

/** The one stream that carries every dataset. */
public final class StreamingStack extends PlatformStack {
    public StreamingStack(Construct scope, Deployment deployment, Alarms alarms) {
        super(scope, "Streaming", "Millrace: the event stream", deployment);
        StreamSettings settings = deployment.environment().stream();
        Stream stream = Stream.Builder.create(this, "Events")
                .streamName(deployment.names().stream())
                .streamMode(StreamMode.PROVISIONED)
                .shardCount(settings.shards())
                .retentionPeriod(Duration.hours(settings.retentionHours()))
                .encryption(StreamEncryption.MANAGED)
                .removalPolicy(deployment.removalPolicy())
                .build();
        alarms.streamFallsBehind(settings.maxIteratorAgeMinutes());
        output("EventStream", stream.getStreamName());
    }
}
