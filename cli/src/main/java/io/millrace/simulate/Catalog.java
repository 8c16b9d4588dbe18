package io.millrace.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The shop's products, the first ones in the list being the popular ones. */
final class Catalog {

    private static final int PRODUCTS = 240;
    private static final List<String> CATEGORIES =
            List.of("footwear", "outdoor", "kitchen", "audio", "books", "toys", "garden", "office");
    private static final List<String> MAKES =
            List.of("Alder", "Brook", "Cinder", "Dune", "Ember", "Fjord", "Grove", "Harbor", "Islet", "Juniper");
    private static final List<String> THINGS =
            List.of("Classic", "Compact", "Trail", "Studio", "Everyday", "Pro", "Light", "Heritage");

    private final List<Product> products = new ArrayList<>(PRODUCTS);

    Catalog(SplittableRandom random) {
        for (int i = 0; i < PRODUCTS; i++) {
            String category = CATEGORIES.get(i % CATEGORIES.size());
            String name = MAKES.get(random.nextInt(MAKES.size())) + " " + THINGS.get(random.nextInt(THINGS.size()))
                    + " " + category;
            double price = 5 * Math.exp(random.nextDouble() * 4);
            products.add(new Product(
                    String.format(Locale.ROOT, "p-%04d", i + 1),
                    name,
                    category,
                    BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP)));
        }
    }

    /** A product, popular ones far more often than others. */
    Product pick(SplittableRandom random) {
        double skew = random.nextDouble();
        return products.get((int) (skew * skew * PRODUCTS));
    }
}
