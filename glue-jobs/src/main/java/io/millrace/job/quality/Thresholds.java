package io.millrace.job.quality;

import io.millrace.job.Layer;

/**
 * What a table must reach, each a share of rows or values from 0 to 1.
 *
 * @param score share of rows that keep every rule
 * @param completeness share of required values that are there
 * @param accuracy share of rows whose values keep their rules
 */
public record Thresholds(double score, double completeness, double accuracy) {
    private static final Thresholds PUBLISH = new Thresholds(0.99, 0.95, 0.99);
    private static final Thresholds FLOOR = new Thresholds(0, 0.95, 0.99);

    /** Gold is published, and held to more than the floor of the platform. */
    public static Thresholds of(Layer layer) {
        return layer == Layer.GOLD ? PUBLISH : FLOOR;
    }
}
