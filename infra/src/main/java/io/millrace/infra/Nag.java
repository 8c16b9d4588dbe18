package io.millrace.infra;

import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/** Says why a cdk-nag rule does not hold for one construct. A finding without its reason here fails the build. */
final class Nag {
    private Nag() {}

    static void acknowledge(IConstruct construct, String rule, String reason) {
        Validations.of(construct)
                .acknowledge(Acknowledgment.builder().id(rule).reason(reason).build());
    }
}
