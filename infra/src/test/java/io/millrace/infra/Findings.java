package io.millrace.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.ArrayList;
import java.util.List;
import software.constructs.IConstruct;

/**
 * What cdk-nag's AWS Solutions rules find and nobody has given a reason for, as RULE at CONSTRUCT. The rules are called
 * directly: as a plugin of the synthesis they are skipped without a word when a template was rendered before.
 */
final class Findings {
    private Findings() {}

    static List<String> of(IConstruct scope) {
        List<String> findings = new ArrayList<>();
        new AwsSolutionsChecks(scope)
                .validateScope(scope)
                .getViolations()
                .forEach(violation -> violation
                        .getViolatingResources()
                        .forEach(resource ->
                                findings.add(violation.getRuleName() + " at " + resource.getConstructPath())));
        return findings;
    }
}
