package io.millrace.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The imaginary shop: products, people and the visits that are going on. One seed makes all of it, so whatever sources
 * tell of it fits together: the same people, sessions, products and orders.
 */
final class Shop {

    private static final int PEOPLE = 3_000;
    private static final int VISITS_AT_ONCE = 200;

    private final SplittableRandom random;
    private final Catalog catalog;
    private final List<Person> people = new ArrayList<>(PEOPLE);
    private final Set<Person> signedUp = new HashSet<>();
    private final List<Visit> visits = new ArrayList<>(VISITS_AT_ONCE);

    Shop(long seed) {
        random = new SplittableRandom(seed);
        catalog = new Catalog(random.split());
        SplittableRandom births = random.split();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Person.of(i + 1, births));
        }
        for (int i = 0; i < VISITS_AT_ONCE; i++) {
            visits.add(visit());
        }
    }

    /** What happens next in the shop. */
    Step step(Instant at) {
        int number = random.nextInt(visits.size());
        Visit visit = visits.get(number);
        Step step = visit.step(at, catalog, random);
        if (step.page() == Page.SIGNUP) {
            signedUp.add(visit.person());
        }
        if (visit.over()) {
            visits.set(number, visit());
        }
        return step;
    }

    /** A few people come often, most come now and then. */
    private Visit visit() {
        double skew = random.nextDouble();
        Person person = people.get((int) (skew * skew * PEOPLE));
        return new Visit(person, person.registered() || signedUp.contains(person), random);
    }
}
