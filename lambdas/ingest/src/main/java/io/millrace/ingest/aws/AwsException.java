package io.millrace.ingest.aws;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call to a service that gave no result: it was refused, or nobody knows what became of it. */
public final class AwsException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Set<String> THROTTLING = Set.of(
            "ProvisionedThroughputExceededException",
            "ThrottlingException",
            "RequestLimitExceeded",
            "LimitExceededException",
            "KMSThrottlingException");

    /** The service's answer; 0 for none. */
    private final int status;

    private final String type;

    private AwsException(String message, int status, String type, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.type = type;
    }

    /** @param type the service's name for what is wrong, empty where it gives none */
    static AwsException refused(String operation, int status, String type, String message) {
        return new AwsException(
                "Cannot call " + operation + ": answered " + status + " " + type + " " + message, status, type, null);
    }

    static AwsException failed(String operation, Throwable cause) {
        return new AwsException("Cannot call " + operation, 0, "", cause);
    }

    /** Whether it was refused only because there is too much of it. */
    public boolean throttled() {
        return status == TOO_MANY_REQUESTS || THROTTLING.contains(type);
    }

    /** Whether the same call may succeed if it is made again. */
    public boolean passing() {
        return status == 0 || status >= SERVER_ERROR || throttled();
    }
}
