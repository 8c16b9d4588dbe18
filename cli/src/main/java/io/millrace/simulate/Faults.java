package io.millrace.simulate;

/**
 * What goes wrong on purpose, each as a fraction.
 *
 * @param duplicates of the events that are copies of earlier ones
 * @param late of the events that say they happened hours or days ago
 * @param invalid of the events that break their contract
 * @param anomalies of the time that is a burst or a silence, and of the sensors' values and the orders that lie far off
 */
public record Faults(double duplicates, double late, double invalid, double anomalies) {

    public static final Faults NONE = new Faults(0, 0, 0, 0);

    public Faults {
        require(duplicates, "duplicates");
        require(late, "late");
        require(invalid, "invalid");
        require(anomalies, "anomalies");
        require(duplicates + late + invalid, "duplicates + late + invalid");
    }

    private static void require(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("Cannot simulate with " + name + " " + value);
        }
    }
}
