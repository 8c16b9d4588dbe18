package io.millrace.simulate.shop;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One visit of one person: a walk over the pages with a cart in hand. */
final class Visit {

    private static final int MAX_PATIENCE = 60;

    private final Person person;
    private final UUID sessionId;
    private final Campaign campaign;
    private final Cart cart = new Cart();
    private boolean registered;
    private int patience;
    private @Nullable Page previous;
    private Page page;
    private @Nullable Product product;
    private int index;
    private boolean over;

    Visit(Person person, boolean registered, SplittableRandom random) {
        this.person = person;
        this.registered = registered;
        this.sessionId = Uuids.random(random);
        this.campaign = Campaign.pick(random);
        this.page = Page.entry(random);
        this.patience = Chance.longTailed(MAX_PATIENCE, random);
    }

    Person person() {
        return person;
    }

    boolean over() {
        return over;
    }

    /** Does what the page is for, tells it, and chooses where to go next. */
    Step step(Instant at, Catalog catalog, Till till, SplittableRandom random) {
        act(at, catalog, random);
        Order order = page == Page.CONFIRMATION ? till.order(person, cart.lines(), at) : null;
        Step step = new Step(
                at,
                person,
                sessionId,
                campaign,
                index,
                registered,
                previous,
                page,
                product,
                cart.items(),
                cart.usd(),
                order);
        if (order != null) {
            cart.empty();
        }
        move(random);
        return step;
    }

    private void act(Instant at, Catalog catalog, SplittableRandom random) {
        switch (page) {
            case PRODUCT -> product = catalog.pick(at, random);
            case CART -> {
                Product added = product == null ? catalog.pick(at, random) : product;
                product = added;
                cart.add(added, 1 + Chance.longTailed(4, random));
            }
            case SIGNUP -> {
                registered = true;
                product = null;
            }
            default -> product = null;
        }
    }

    private void move(SplittableRandom random) {
        Page next = Moves.next(page, random);
        if (next == null && patience > 0) {
            patience--;
            next = Page.LISTING;
        }
        if (next == null) {
            over = true;
            return;
        }
        previous = page;
        page = allowed(next);
        index++;
    }

    /** Nobody signs up twice, pays for nothing, or pays without an account. */
    private Page allowed(Page next) {
        if ((next == Page.SIGNUP && registered) || (next == Page.CHECKOUT && cart.isEmpty())) {
            return Page.LISTING;
        }
        return next == Page.CHECKOUT && !registered ? Page.SIGNUP : next;
    }
}
