package io.millrace.infra;

import io.millrace.alert.Severity;
import io.millrace.infra.environment.IngestSettings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** The function that takes POSTs: it may put to the stream and look a key up, no more. */
final class Ingest extends Construct {
    private final IFunction target;

    Ingest(Construct scope, Deployment deployment, Alarms alarms) {
        super(scope, "Ingest");
        Names names = deployment.names();
        IngestSettings settings = deployment.environment().ingest();
        PlatformFunction function = new PlatformFunction(this, definition(names, settings), deployment);
        function.grants()
                .allow(List.of("kinesis:PutRecords"), names.streamArn())
                .allow(List.of("dynamodb:GetItem"), names.tableArn(names.keysTable()))
                .useKey();
        alarms.failures("ingest", Severity.CRITICAL);
        this.target = function.live(settings.snapStart());
    }

    IFunction target() {
        return target;
    }

    private static FunctionDefinition definition(Names names, IngestSettings settings) {
        return new FunctionDefinition(
                "Function",
                "ingest",
                "Checks events and puts them on the stream",
                "ingest",
                "io.millrace.ingest.IngestHandler",
                settings.function(),
                settings.snapStart(),
                Map.of(
                        "MILLRACE_STREAM", names.stream(),
                        "MILLRACE_KEYS_TABLE", names.keysTable(),
                        "MILLRACE_BUCKETS", Integer.toString(settings.buckets()),
                        "MILLRACE_MAX_BODY_BYTES", Integer.toString(settings.maxBodyBytes()),
                        "MILLRACE_MAX_EVENTS", Integer.toString(settings.maxEvents()),
                        "MILLRACE_MAX_EVENT_BYTES", Integer.toString(settings.maxEventBytes())));
    }
}
