package io.millrace.simulate.shop;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/** What reaches the shop from outside, whatever its visitors do. */
final class Outside {

    private static final List<String> SKIES = List.of("clear", "clouds", "rain", "wind", "fog");

    private final SplittableRandom random;
    private int rates;

    Outside(SplittableRandom random) {
        this.random = random;
    }

    Weather weather(Instant at) {
        String location = Chance.oneOf(Sensor.LOCATIONS, random);
        int day = at.atOffset(ZoneOffset.UTC).getDayOfYear();
        double celsius = 11 - 10 * StrictMath.cos(2 * Math.PI * day / 365.0) + 3 * Chance.bell(random);
        return new Weather(
                at, location, Math.round(celsius * 10) / 10.0, random.nextInt(60), Chance.oneOf(SKIES, random));
    }

    /** The currencies take turns. */
    ExchangeRate rate(Instant at) {
        String currency = Currencies.all().get(rates++ % Currencies.all().size());
        return new ExchangeRate(
                at,
                currency,
                Currencies.toUsd(currency, at.atOffset(ZoneOffset.UTC).toLocalDate()));
    }
}
