package io.millrace.job.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Models of the jar, each after those that it reads. */
public final class BundledModels {
    /** What the {@code silver} job makes. */
    public static final List<String> SILVER = List.of(
            "bronze/transactions_quarantine",
            "silver/clickstream_silver",
            "silver/dim_product",
            "silver/transactions_silver",
            "silver/user_days_silver",
            "silver/user_first_days_silver",
            "silver/users_silver");

    /** What the {@code gold} job makes. */
    public static final List<String> GOLD = List.of(
            "gold/daily_sales_metrics",
            "gold/daily_summary_gold",
            "gold/daily_user_activity",
            "gold/event_metrics_gold",
            "gold/user_segments_gold");

    private BundledModels() {}

    /** Contracts of all models of the jar. */
    public static List<ModelContract> contracts() {
        return Stream.concat(SILVER.stream(), GOLD.stream())
                .map(path -> Model.bundled(path).contract())
                .toList();
    }

    /**
     * Chooses models.
     *
     * @param paths those that there are
     * @param wanted names, empty for all
     * @throws IllegalArgumentException if there is none of a name
     */
    public static List<Model> of(List<String> paths, List<String> wanted) {
        List<Model> all = paths.stream().map(Model::bundled).toList();
        List<String> names = all.stream().map(Model::name).toList();
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "Cannot make model " + name + ": there are " + String.join(", ", names));
            }
        }
        Map<Source, Model> waiting = new LinkedHashMap<>();
        all.stream()
                .filter(model -> wanted.isEmpty() || wanted.contains(model.name()))
                .forEach(model -> waiting.put(model.target(), model));
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
