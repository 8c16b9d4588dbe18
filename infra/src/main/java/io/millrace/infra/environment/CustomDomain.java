package io.millrace.infra.environment;

/** A host name for the API, and the ARN of its certificate in the same region. */
public record CustomDomain(String name, String certificateArn) {
    public CustomDomain {
        if (!certificateArn.startsWith("arn:aws:acm:")) {
            throw new IllegalArgumentException(
                    "Cannot use domain " + name + ": " + certificateArn + " is not the ARN of an ACM certificate");
        }
    }
}
