package io.millrace.simulate.shop;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Someone who visits the shop, again and again: what never changes about them.
 *
 * @param userId what the shop calls the person once there is an account
 * @param anonymousId what the browser's cookie or the app's install says, the same for all visits
 * @param inApp whether visits come through the mobile app rather than the web site
 */
public record Person(
        int number,
        String userId,
        UUID anonymousId,
        String firstName,
        String lastName,
        LocalDate birthDate,
        Home home,
        Device device,
        boolean inApp) {

    private static final LocalDate OLDEST = LocalDate.of(1941, 1, 1);
    private static final int BIRTH_DAYS = 67 * 365;
    private static final List<String> FIRST = List.of(
            "Ada", "Amir", "Anna", "Bruno", "Carla", "Chen", "Diego", "Elif", "Emma", "Farah", "Grace", "Hugo", "Ines",
            "Jonas", "Kenji", "Lena", "Liam", "Maya", "Noor", "Olga", "Paulo", "Ravi", "Sofia", "Tara", "Yuki", "Zoë");
    private static final List<String> LAST = List.of(
            "Almeida",
            "Baker",
            "Costa",
            "Dubois",
            "Evans",
            "Fischer",
            "Garcia",
            "Hansen",
            "Ito",
            "Jansen",
            "Kumar",
            "Lopez",
            "Martin",
            "Nakamura",
            "Okafor",
            "Patel",
            "Rossi",
            "Sato",
            "Turner",
            "Weber",
            "Young");

    static Person of(int number, Ids ids, SplittableRandom random) {
        Device device = Device.pick(random);
        return new Person(
                number,
                ids.user(number),
                Uuids.random(random),
                Chance.oneOf(FIRST, random),
                Chance.oneOf(LAST, random),
                OLDEST.plusDays(random.nextInt(BIRTH_DAYS)),
                Home.pick(random),
                device,
                random.nextDouble() < 0.7 && device == Device.PHONE);
    }

    public String name() {
        return firstName + " " + lastName;
    }
}
