package io.millrace.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The same figure, measured several times, in the order of measuring. */
public record Samples(List<Double> values) {

    public Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Cannot take a median of nothing");
        }
    }

    /** The middle one; of an even number, the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double most() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Each of these by the other's that was measured in the same turn. */
    public Samples per(Samples other) {
        return with(other, (mine, its) -> mine / its);
    }

    /** Each of these and the other's that was measured in the same turn. */
    public Samples plus(Samples other) {
        return with(other, Double::sum);
    }

    private Samples with(Samples other, DoubleBinaryOperator of) {
        if (values.size() != other.values.size()) {
            throw new IllegalArgumentException(
                    "Cannot compare " + values.size() + " samples with " + other.values.size());
        }
        List<Double> results = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            results.add(of.applyAsDouble(values.get(i), other.values.get(i)));
        }
        return new Samples(results);
    }
}
