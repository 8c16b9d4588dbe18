package io.millrace.local.host.poller;

import io.millrace.local.host.assembly.StreamMapping;
import io.millrace.local.host.runtime.Functions;
import io.millrace.local.host.runtime.Invocation;
import java.util.UUID;

/** A function of this process. */
record InvokedFunction(StreamMapping mapping, Functions functions) implements BatchFunction {

    @Override
    public Outcome invoke(Batch batch) {
        byte[] event = RecordEvents.event(
                batch.records().stream().map(ReadRecord::element).toList());
        Invocation result =
                functions.invoke(mapping.functionName(), UUID.randomUUID().toString(), event);
        if (result instanceof Invocation.Succeeded succeeded) {
            return mapping.reportsItemFailures()
                    ? ItemFailures.read(succeeded.payload(), batch)
                    : new Outcome.Succeeded();
        }
        if (result instanceof Invocation.Failed failed) {
            return new Outcome.Failed(0, failed.summary());
        }
        return new Outcome.NotDelivered(
                result instanceof Invocation.Throttled throttled
                        ? throttled.reason()
                        : ((Invocation.Unavailable) result).reason());
    }
}
