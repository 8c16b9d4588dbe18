package io.millrace.contract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code millrace.default} and {@code millrace.defaultFrom}; whether the other field fits is checked later. */
final class DefaultReader {
    private DefaultReader() {}

    static @Nullable Default read(
            CustomProperties custom, Column column, JsonType type, List<Normalization> normalize) {
        Optional<Node> text = custom.find(CustomProperties.DEFAULT);
        Optional<Node> other = custom.find(CustomProperties.DEFAULT_FROM);
        for (Node node : text.or(() -> other).stream().toList()) {
            if (column.required()) {
                node.problem("is never used, since the property is required: leave one of both out");
            }
            if (text.isPresent() && other.isPresent()) {
                node.problem("is beside " + CustomProperties.DEFAULT_FROM + ": keep one");
            }
        }
        return text.<Default>map(node -> text(node, type, normalize))
                .or(() -> other.map(node -> new Default.OtherField(node.text())))
                .orElse(null);
    }

    private static Default text(Node node, JsonType type, List<Normalization> normalize) {
        String text = node.text();
        if (type != JsonType.STRING) {
            node.problem("is for a property of logicalType string");
        }
        String normal = text;
        for (Normalization step : normalize) {
            normal = step.apply(normal);
        }
        if (!normal.equals(text)) {
            node.problem("'" + text + "' is not in normal form: write '" + normal + "'");
        }
        return new Default.Text(text);
    }
}
