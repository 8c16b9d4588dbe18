package io.millrace.simulate.shop;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The sensors in the shop's warehouses, which report one after another. */
final class Warehouses {

    private static final int SENSORS = 180;
    private static final double SIGMAS = 6;
    private static final int SECONDS_A_DAY = 86_400;

    private final List<Sensor> sensors = new ArrayList<>(SENSORS);
    private final double outliers;
    private final SplittableRandom random;
    private int next;

    /** @param outliers fraction of values that lie six deviations off */
    Warehouses(Ids ids, double outliers, SplittableRandom random) {
        this.outliers = outliers;
        this.random = random;
        for (int i = 0; i < SENSORS; i++) {
            sensors.add(Sensor.of(i, ids, random));
        }
    }

    Reading read(Instant at) {
        Sensor sensor = sensors.get(next);
        next = (next + 1) % SENSORS;
        double second = at.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
        double mean = sensor.mean() - sensor.swing() * StrictMath.cos(2 * Math.PI * second / SECONDS_A_DAY);
        double noise = Chance.bell(random);
        boolean outlier = random.nextDouble() < outliers;
        // An outlier is six deviations and the widest noise off, so it stands out whatever the noise of the moment is.
        double off = outlier ? (noise < 0 ? -SIGMAS : SIGMAS) + noise : noise;
        return new Reading(at, sensor, Math.round((mean + off * sensor.deviation()) * 1_000) / 1_000.0, outlier);
    }
}
