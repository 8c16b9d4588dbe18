package io.millrace.job.quality;

import io.millrace.alert.GateFailure;
import io.millrace.job.PartlyDone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables did not reach their gate. Its message is what people are alerted with. */
public final class GateException extends RuntimeException implements PartlyDone {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Record result;

    /** @param failures at least one */
    public GateException(List<GateFailure> failures) {
        this(failures, null);
    }

    /**
     * @param failures at least one
     * @param result of the job nevertheless
     */
    public GateException(List<GateFailure> failures, @Nullable Record result) {
        super(GateFailure.write(failures));
        this.result = result;
    }

    @Override
    public @Nullable Record result() {
        return result;
    }
}
