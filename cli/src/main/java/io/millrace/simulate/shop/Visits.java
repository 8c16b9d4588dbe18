package io.millrace.simulate.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** The visits that are going on. */
final class Visits {

    private final Crowd crowd;
    private final Catalog catalog;
    private final Till till;
    private final SplittableRandom random;
    private final List<Visit> visits;
    private final BitSet shown = new BitSet();

    /** @param atOnce how many visits go on at any time */
    Visits(Crowd crowd, Catalog catalog, Till till, int atOnce, SplittableRandom random) {
        this.crowd = crowd;
        this.catalog = catalog;
        this.till = till;
        this.random = random;
        this.visits = new ArrayList<>(atOnce);
        for (int i = 0; i < atOnce; i++) {
            visits.add(visit());
        }
    }

    /** Somebody does the next thing. What it rests on (account, product) is told before it. */
    Step next(Instant at, List<Happening> happenings) {
        int number = random.nextInt(visits.size());
        Visit visit = visits.get(number);
        Step step = visit.step(at, catalog, till, random);
        Product product = step.product();
        if (product != null && !shown.get(product.number())) {
            shown.set(product.number());
            happenings.add(new ProductChange(at, null, product));
        }
        if (step.page() == Page.SIGNUP && !crowd.hasAccount(step.person())) {
            happenings.add(crowd.signUp(step.person(), at));
        } else if (step.index() == 0 || step.order() != null) {
            crowd.notice(step.person(), at).ifPresent(happenings::add);
        }
        happenings.add(step);
        if (visit.over()) {
            visits.set(number, visit());
        }
        return step;
    }

    private Visit visit() {
        Person person = crowd.next();
        return new Visit(person, crowd.hasAccount(person), random);
    }
}
