package io.millrace.simulate.shop;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A device in a warehouse that measures one thing.
 *
 * @param mean of what it measures by day and night
 * @param deviation of its noise
 * @param swing how far the mean moves within a day
 */
public record Sensor(
        String id, String location, String metric, String unit, double mean, double deviation, double swing) {

    /** Where the shop's goods are. */
    public static final List<String> LOCATIONS = List.of("chicago", "leipzig", "osaka");

    private static final List<Sensor> KINDS = List.of(
            new Sensor("", "", "temperature", "C", 19, 0.6, 3),
            new Sensor("", "", "humidity", "%", 45, 2, 5),
            new Sensor("", "", "power", "W", 3_200, 150, 900),
            new Sensor("", "", "vibration", "mm/s", 2.4, 0.2, 0.5),
            new Sensor("", "", "co2", "ppm", 620, 35, 180),
            new Sensor("", "", "belt_speed", "m/s", 1.6, 0.05, 0.1));

    static Sensor of(int number, Ids ids, SplittableRandom random) {
        Sensor kind = KINDS.get(number % KINDS.size());
        String location = LOCATIONS.get(number / KINDS.size() % LOCATIONS.size());
        double mean = kind.mean * (0.9 + 0.2 * random.nextDouble());
        return new Sensor(ids.sensor(number), location, kind.metric, kind.unit, mean, kind.deviation, kind.swing);
    }
}
