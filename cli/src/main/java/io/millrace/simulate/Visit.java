package io.millrace.simulate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One visit of one person: a walk over the pages with a cart in hand. */
final class Visit {

    private final Person person;
    private final UUID sessionId;
    private final Campaign campaign;
    private boolean registered;
    private @Nullable Page previous;
    private Page page;
    private @Nullable Product product;
    private int index;
    private int cartItems;
    private BigDecimal cartValue = BigDecimal.ZERO;
    private boolean over;

    Visit(Person person, boolean registered, SplittableRandom random) {
        this.person = person;
        this.registered = registered;
        this.sessionId = Uuids.random(random);
        this.campaign = Campaign.pick(random);
        this.page = Page.entry(random);
    }

    Person person() {
        return person;
    }

    boolean registered() {
        return registered;
    }

    boolean over() {
        return over;
    }

    /** Does what the page is for, tells it, and chooses where to go next. */
    Step step(Instant at, Catalog catalog, SplittableRandom random) {
        BigDecimal orderValue = act(catalog, random);
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
                cartItems,
                cartValue,
                orderValue);
        if (orderValue != null) {
            cartItems = 0;
            cartValue = BigDecimal.ZERO;
        }
        move(random);
        return step;
    }

    private @Nullable BigDecimal act(Catalog catalog, SplittableRandom random) {
        switch (page) {
            case PRODUCT -> product = catalog.pick(random);
            case CART -> {
                Product added = product == null ? catalog.pick(random) : product;
                product = added;
                cartItems++;
                cartValue = cartValue.add(added.price());
            }
            case SIGNUP -> {
                registered = true;
                product = null;
            }
            default -> product = null;
        }
        return page == Page.CONFIRMATION ? cartValue : null;
    }

    private void move(SplittableRandom random) {
        Page next = Moves.next(page, random);
        if ((next == Page.SIGNUP && registered) || (next == Page.CHECKOUT && cartItems == 0)) {
            next = Page.LISTING;
        }
        if (next == null) {
            over = true;
            return;
        }
        previous = page;
        page = next;
        index++;
    }
}
