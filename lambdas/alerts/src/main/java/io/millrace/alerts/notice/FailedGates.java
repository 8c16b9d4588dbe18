package io.millrace.alerts.notice;

import io.millrace.alert.Alert;
import io.millrace.alert.GateFailure;
import io.millrace.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables that did not reach their quality gate in one run of a job: one message, for the owners of all. */
final class FailedGates {
    private static final String RUNBOOK = "quality-gate";

    private FailedGates() {}

    /** @param gates at least one, the first of which says whose channel it is told in */
    static Alert alert(List<GateFailure> gates, Instant at) {
        GateFailure first = gates.get(0);
        Alert alert = Alert.firing(Severity.ERROR, title(gates), key(gates), at)
                .saying(gates.stream().map(FailedGates::sentence).collect(Collectors.joining("\n")))
                .about(null, gates.size() == 1 ? first.table() : null)
                .ownedBy(
                        gates.stream().map(GateFailure::owner).distinct().collect(Collectors.joining(", ")),
                        first.channel())
                .withRunbook(RUNBOOK);
        for (GateFailure gate : gates) {
            String of = gates.size() == 1 ? "" : " of " + gate.table();
            alert = alert.with("Score" + of, score(gate.score()) + ", gate " + score(gate.gate()))
                    .with("Failed checks" + of, String.join("\n", gate.checks()));
        }
        return alert;
    }

    private static String title(List<GateFailure> gates) {
        return gates.size() == 1
                ? "The gate of " + gates.get(0).table() + " failed"
                : "The gates of " + gates.size() + " tables failed";
    }

    /** A table that is stuck at one version is one trouble, however often its next version is tried. */
    private static String key(List<GateFailure> gates) {
        String tables = gates.stream()
                .map(gate -> gate.table() + (gate.refused() ? "/" + gate.published() : ""))
                .sorted()
                .collect(Collectors.joining(","));
        String key = "gate/" + tables;
        return key.length() <= Alert.MAX_KEY_CHARS ? key : "gate/" + Digest.of(tables);
    }

    private static String sentence(GateFailure gate) {
        return gate.refused()
                ? "A new version of " + gate.table() + " was not published; readers see "
                        + (gate.published().equals("none") ? "none yet." : "version " + gate.published() + ".")
                : "What readers see of " + gate.table() + " is not as its contract says.";
    }

    private static String score(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }
}
