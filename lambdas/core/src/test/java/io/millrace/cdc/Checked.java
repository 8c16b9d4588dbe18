package io.millrace.cdc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.event.Control;
import io.millrace.event.Rejected;
import io.millrace.event.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records held to the contract of changes. */
final class Checked {
    private static final Contract CONTRACT =
            Contracts.bundled().find("cdc_changes").orElseThrow();
    private static final CdcChecker CHECKER = new CdcChecker(CONTRACT);

    private Checked() {}

    static Verdict check(String json) {
        return check(json.getBytes(UTF_8));
    }

    static Verdict check(byte[] json) {
        return CHECKER.check(json, 0, json.length, Arrival.of(Instant.parse("2026-11-21T10:00:00Z"), "tests"));
    }

    /** The silver values of a change, by field. */
    static Map<String, @Nullable Object> change(String json) {
        Verdict verdict = check(json);
        assertThat(verdict).as(json).isInstanceOf(Accepted.class);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < CONTRACT.fields().size(); i++) {
            values.put(CONTRACT.fields().get(i).name(), ((Accepted) verdict).values()[i]);
        }
        return values;
    }

    static String control(String json) {
        Verdict verdict = check(json);
        assertThat(verdict).as(json).isInstanceOf(Control.class);
        return ((Control) verdict).kind();
    }

    static Rejected rejected(String json) {
        Verdict verdict = check(json);
        assertThat(verdict).as(json).isInstanceOf(Rejected.class);
        return (Rejected) verdict;
    }
}
