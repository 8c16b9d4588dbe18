package io.millrace.simulate.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The shop's products. A few sell a lot and most sell little (Zipf's law), and what sells changes with the month: garden
 * things in spring, footwear in autumn.
 */
final class Catalog {

    private static final int PRODUCTS = 240;
    private static final int MONTHS = 12;

    /** Category and the month in which it sells best; 0 = no season. */
    private enum Category {
        FOOTWEAR(10),
        OUTDOOR(6),
        KITCHEN(0),
        AUDIO(0),
        BOOKS(0),
        TOYS(12),
        GARDEN(4),
        OFFICE(9);

        private final int bestMonth;

        Category(int bestMonth) {
            this.bestMonth = bestMonth;
        }

        /** Three times the usual in the best month, a third of it half a year away. */
        double demand(int month) {
            return bestMonth == 0 ? 1 : StrictMath.pow(3, StrictMath.cos(2 * Math.PI * (month - bestMonth) / MONTHS));
        }

        static Category of(int number) {
            return values()[number % values().length];
        }
    }

    private static final List<String> MAKES =
            List.of("Alder", "Brook", "Cinder", "Dune", "Ember", "Fjord", "Grove", "Harbor", "Islet", "Juniper");
    private static final List<String> THINGS =
            List.of("Classic", "Compact", "Trail", "Studio", "Everyday", "Pro", "Light", "Heritage");

    private final List<Product> products = new ArrayList<>(PRODUCTS);
    private final double[][] demand = new double[MONTHS][PRODUCTS];

    Catalog(Ids ids, SplittableRandom random) {
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(product(i, ids, random));
        }
        for (int month = 0; month < MONTHS; month++) {
            double sum = 0;
            for (int i = 0; i < PRODUCTS; i++) {
                sum += Category.of(i).demand(month + 1) / (i + 8);
                demand[month][i] = sum;
            }
        }
    }

    private static Product product(int number, Ids ids, SplittableRandom random) {
        String category = Category.of(number).name().toLowerCase(java.util.Locale.ROOT);
        String name = Chance.oneOf(MAKES, random) + " " + Chance.oneOf(THINGS, random) + " " + category;
        double price = 5 * StrictMath.exp(random.nextDouble() * 4);
        double cost = price * (0.4 + 0.35 * random.nextDouble());
        return new Product(number, ids.product(number + 1), name, category, cents(price), cents(cost));
    }

    List<Product> products() {
        return List.copyOf(products);
    }

    /** A product that people look at in that month. */
    Product pick(Instant at, SplittableRandom random) {
        double[] sums = demand[at.atOffset(ZoneOffset.UTC).getMonthValue() - 1];
        int found = Arrays.binarySearch(sums, random.nextDouble() * sums[PRODUCTS - 1]);
        return products.get(Math.min(PRODUCTS - 1, found < 0 ? -found - 1 : found));
    }

    /** Gives some product another price. */
    ProductChange reprice(Instant at, SplittableRandom random) {
        Product before = products.get(random.nextInt(PRODUCTS));
        Product after = before.at(cents(before.unitCost().doubleValue() * (1.2 + random.nextDouble())));
        products.set(before.number(), after);
        return new ProductChange(at, before, after);
    }

    private static BigDecimal cents(double usd) {
        return BigDecimal.valueOf(usd).setScale(2, RoundingMode.HALF_UP);
    }
}
