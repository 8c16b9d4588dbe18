package io.millrace.simulate;

import static io.millrace.simulate.Page.CART;
import static io.millrace.simulate.Page.CHECKOUT;
import static io.millrace.simulate.Page.CONFIRMATION;
import static io.millrace.simulate.Page.HOME;
import static io.millrace.simulate.Page.LISTING;
import static io.millrace.simulate.Page.PRODUCT;
import static io.millrace.simulate.Page.SEARCH;
import static io.millrace.simulate.Page.SIGNUP;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where people go from a page, in percent; the percents that a row lacks leave the shop. */
final class Moves {

    private static final Map<Page, Map<Page, Integer>> FROM = Map.of(
            HOME, Map.of(SEARCH, 25, LISTING, 35, PRODUCT, 15, CART, 2, SIGNUP, 3),
            SEARCH, Map.of(HOME, 3, SEARCH, 20, LISTING, 10, PRODUCT, 50),
            LISTING, Map.of(HOME, 3, SEARCH, 10, LISTING, 15, PRODUCT, 55),
            PRODUCT, Map.of(HOME, 4, SEARCH, 8, LISTING, 20, PRODUCT, 28, CART, 22),
            CART, Map.of(HOME, 2, LISTING, 8, PRODUCT, 15, SIGNUP, 8, CHECKOUT, 45),
            SIGNUP, Map.of(HOME, 10, LISTING, 20, PRODUCT, 20, CART, 10, CHECKOUT, 30),
            CHECKOUT, Map.of(CART, 15, CONFIRMATION, 65),
            CONFIRMATION, Map.of(HOME, 15, LISTING, 10));

    private Moves() {}

    /** The page that is opened next, or null when the visit ends here. */
    static @Nullable Page next(Page page, SplittableRandom random) {
        int roll = random.nextInt(100);
        // In the pages' own order: a map made by Map.of has another one in each run of Java.
        for (Map.Entry<Page, Integer> move : new TreeMap<>(FROM.getOrDefault(page, Map.of())).entrySet()) {
            roll -= move.getValue();
            if (roll < 0) {
                return move.getKey();
            }
        }
        return null;
    }
}
