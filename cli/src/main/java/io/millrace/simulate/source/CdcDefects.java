package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.event.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Ways to break a change record. Its contract speaks of what is decoded from it, so they are written down here. */
final class CdcDefects {

    /** What the decoder takes as it comes: a field that is there twice, a text where a record should be. */
    private static final Set<String> UNTOLD = Set.of(Rules.DUPLICATE_FIELD, Rules.NOT_AN_OBJECT);

    private CdcDefects() {}

    static List<Defect> all() {
        List<Defect> defects = new ArrayList<>(Damage.ofBytes().stream()
                .filter(defect -> !UNTOLD.contains(defect.rule()))
                .toList());
        defects.add(inValue(Rules.ALLOWED_VALUES, value -> value.put("op", "x")));
        defects.add(inValue(Rules.UNKNOWN_FORMAT, value -> value.remove("source")));
        defects.add(inValue(Rules.REQUIRED, value -> value.put("op", "c").putNull("after")));
        defects.add(inSource(Rules.REQUIRED, source -> source.remove("table")));
        defects.add(inSource(Rules.REQUIRED, source -> source.remove("lsn")));
        defects.add(inSource(Rules.TYPE, source -> source.put("ts_us", "T29:10:49")));
        defects.add(inSource(Rules.RANGE, source -> source.put("lsn", -5)));
        return List.copyOf(defects);
    }

    private static Defect inValue(String rule, Consumer<ObjectNode> change) {
        return Defect.of(rule, event -> change.accept((ObjectNode) event.get("value")));
    }

    private static Defect inSource(String rule, Consumer<ObjectNode> change) {
        return inValue(rule, value -> change.accept((ObjectNode) value.get("source")));
    }
}
