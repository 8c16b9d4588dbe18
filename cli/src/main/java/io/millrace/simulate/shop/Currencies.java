package io.millrace.simulate.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The currencies that people pay in: the shop's price lists, and the rates that move from day to day. */
public final class Currencies {

    /** What one unit is worth in USD when the shop makes its price lists. */
    private static final Map<String, Double> LISTED =
            Map.of("USD", 1.0, "EUR", 1.09, "GBP", 1.27, "JPY", 0.0067, "INR", 0.012, "BRL", 0.185);

    private static final int SIGNIFICANT = 6;

    private Currencies() {}

    /** Every currency, in a fixed order. */
    public static List<String> all() {
        return LISTED.keySet().stream().sorted().toList();
    }

    /** What one unit is worth in USD on a day, within a few percent of the price lists' rate: the same in every shop. */
    public static BigDecimal toUsd(String currency, LocalDate day) {
        double listed = listed(currency);
        double swing = currency.equals(Product.CURRENCY)
                ? 0
                : 0.03 * StrictMath.sin(day.toEpochDay() / 23.0 + currency.charAt(0))
                        + 0.004 * StrictMath.sin(day.toEpochDay() * 1.7 + currency.charAt(1));
        return BigDecimal.valueOf(listed * (1 + swing)).round(new java.math.MathContext(SIGNIFICANT));
    }

    /** A price of the catalog in a person's currency, by the shop's price lists. */
    static BigDecimal price(BigDecimal usd, String currency) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        return usd.divide(BigDecimal.valueOf(listed(currency)), decimals, RoundingMode.HALF_UP);
    }

    private static double listed(String currency) {
        Double listed = LISTED.get(currency);
        if (listed == null) {
            throw new IllegalArgumentException("Cannot find currency " + currency + ": there are " + all());
        }
        return listed;
    }
}
