package io.millrace.job.quality;

import io.millrace.alert.GateFailure;
import java.util.List;

/** Tables did not reach their gate. Its message is what people are alerted with. */
public final class GateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param failures at least one */
    public GateException(List<GateFailure> failures) {
        super(GateFailure.write(failures));
    }
}
