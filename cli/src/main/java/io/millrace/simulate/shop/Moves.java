package io.millrace.simulate.shop;

import static io.millrace.simulate.shop.Page.CART;
import static io.millrace.simulate.shop.Page.CHECKOUT;
import static io.millrace.simulate.shop.Page.CONFIRMATION;
import static io.millrace.simulate.shop.Page.HOME;
import static io.millrace.simulate.shop.Page.LISTING;
import static io.millrace.simulate.shop.Page.PRODUCT;
import static io.millrace.simulate.shop.Page.SEARCH;
import static io.millrace.simulate.shop.Page.SIGNUP;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Where people go from a page, in percent; the percents that a row lacks leave the shop. */
final class Moves {

    private static final Map<Page, Map<Page, Integer>> FROM = Map.of(
            HOME, inOrder(Map.of(SEARCH, 25, LISTING, 35, PRODUCT, 15, CART, 2, SIGNUP, 3)),
            SEARCH, inOrder(Map.of(HOME, 3, SEARCH, 20, LISTING, 10, PRODUCT, 50)),
            LISTING, inOrder(Map.of(HOME, 3, SEARCH, 10, LISTING, 15, PRODUCT, 55)),
            PRODUCT, inOrder(Map.of(HOME, 4, SEARCH, 8, LISTING, 20, PRODUCT, 28, CART, 22)),
            CART, inOrder(Map.of(HOME, 2, LISTING, 8, PRODUCT, 15, SIGNUP, 8, CHECKOUT, 45)),
            SIGNUP, inOrder(Map.of(HOME, 10, LISTING, 20, PRODUCT, 20, CART, 10, CHECKOUT, 30)),
            CHECKOUT, inOrder(Map.of(CART, 15, CONFIRMATION, 65)),
            CONFIRMATION, inOrder(Map.of(HOME, 15, LISTING, 10)));

    private Moves() {}

    /** In the pages' own order: a map made by Map.of has another one in each run of Java. */
    private static Map<Page, Integer> inOrder(Map<Page, Integer> moves) {
        return new EnumMap<>(moves);
    }

    /** The page that is opened next, or null when the visit ends here. */
    static @Nullable Page next(Page page, SplittableRandom random) {
        int roll = random.nextInt(100);
        for (Map.Entry<Page, Integer> move : FROM.getOrDefault(page, Map.of()).entrySet()) {
            roll -= move.getValue();
            if (roll < 0) {
                return move.getKey();
            }
        }
        return null;
    }
}
