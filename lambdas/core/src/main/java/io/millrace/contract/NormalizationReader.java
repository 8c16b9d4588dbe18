package io.millrace.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code millrace.normalize}. */
final class NormalizationReader {
    private static final Set<Normalization> OF_TEXTS = Set.of(
            Normalization.TRIM, Normalization.LOWER, Normalization.UPPER, Normalization.DIGITS, Normalization.PHONE);

    private NormalizationReader() {}

    static List<Normalization> read(CustomProperties custom, JsonType type, ColumnType columnType) {
        List<Normalization> steps = new ArrayList<>();
        custom.find(CustomProperties.NORMALIZE)
                .ifPresent(node -> node.items().forEach(item -> {
                    Normalization step = item.choice(Normalization.class);
                    steps.add(step);
                    if (step == Normalization.START_OF_DAY && type != JsonType.TIMESTAMP) {
                        item.problem("'start_of_day' is for a property of logicalType timestamp");
                    } else if (step == Normalization.ROUND && columnType != ColumnType.DECIMAL) {
                        item.problem("'round' is for a property of physicalType decimal(precision,scale)");
                    } else if (OF_TEXTS.contains(step) && type != JsonType.STRING) {
                        item.problem("'" + item.text() + "' is for a property of logicalType string");
                    }
                }));
        return steps;
    }
}
