package io.millrace.simulate;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Someone who visits the shop, again and again.
 *
 * @param anonymousId what the browser's cookie says, the same for all visits
 * @param registered whether the shop knew this person before the simulation began
 */
record Person(
        String userId,
        UUID anonymousId,
        boolean registered,
        String country,
        String locale,
        String timeZone,
        Device device) {

    private static final List<List<String>> HOMES = List.of(
            List.of("US", "en-US", "America/New_York"),
            List.of("US", "en-US", "America/Los_Angeles"),
            List.of("GB", "en-GB", "Europe/London"),
            List.of("DE", "de-DE", "Europe/Berlin"),
            List.of("FR", "fr-FR", "Europe/Paris"),
            List.of("IN", "en-IN", "Asia/Kolkata"),
            List.of("BR", "pt-BR", "America/Sao_Paulo"),
            List.of("JP", "ja-JP", "Asia/Tokyo"));

    static Person of(int number, SplittableRandom random) {
        List<String> home = HOMES.get(random.nextInt(HOMES.size()));
        return new Person(
                String.format(Locale.ROOT, "u-%06d", number),
                Uuids.random(random),
                random.nextDouble() < 0.7,
                home.get(0),
                home.get(1),
                home.get(2),
                Device.pick(random));
    }
}
