package io.millrace.job.silver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of silver, each after those that it reads. */
final class SilverModels {
    private static final List<String> NAMES = List.of(
            "clickstream_silver", "dim_product", "transactions_quarantine", "transactions_silver", "users_silver");

    private SilverModels() {}

    /**
     * Chooses models.
     *
     * @param wanted names, empty for all
     * @throws IllegalArgumentException if there is none of a name
     */
    static List<Model> of(List<String> wanted) {
        for (String name : wanted) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "Cannot make model " + name + ": there are " + String.join(", ", NAMES));
            }
        }
        Map<Source, Model> waiting = new LinkedHashMap<>();
        NAMES.stream().filter(name -> wanted.isEmpty() || wanted.contains(name)).forEach(name -> {
            Model model = Model.bundled(name);
            waiting.put(model.target(), model);
        });
        List<Model> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Model> ready = waiting.values().stream()
                    .filter(model -> model.sources().stream().noneMatch(waiting::containsKey))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Cannot order models: they read one another: " + waiting.keySet());
            }
            ready.forEach(model -> waiting.remove(model.target()));
            ordered.addAll(ready);
        }
        return ordered;
    }
}
