package io.millrace.serving.guard;

import io.trino.sql.tree.Node;

/** Ends a check from wherever it stands; never leaves the package. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    RefusedException(Refused refused) {
        super(refused.reason(), null, false, false);
        this.refused = refused;
    }

    static RefusedException at(Node node, Rule rule, String reason) {
        return new RefusedException(node.getLocation()
                .map(place -> new Refused(rule, place.getLineNumber(), place.getColumnNumber(), reason))
                .orElseGet(() -> Refused.whole(rule, reason)));
    }

    Refused refused() {
        return refused;
    }
}
