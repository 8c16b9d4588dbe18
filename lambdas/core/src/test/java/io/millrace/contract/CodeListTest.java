package io.millrace.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodeListTest {
    private final Set<String> codes = CodeList.ISO4217.codes();

    @Test
    void currenciesAreThoseThatJavaKnowsAndTheFewThatAreNewerOrFundsItLacks() {
        Set<String> java = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toSet());
        Set<String> unknownToJava = new TreeSet<>(codes);
        unknownToJava.removeAll(java);

        assertThat(Set.of("UYW", "XAD", "SLE", "VED", "XCG", "ZWG")).containsAll(unknownToJava);
    }

    @Test
    void moneyOfEveryCountryIsThere() {
        Set<String> missing = new TreeSet<>();
        for (String country : java.util.Locale.getISOCountries()) {
            Currency currency = Currency.getInstance(new java.util.Locale("", country));
            if (currency != null && !codes.contains(currency.getCurrencyCode())) {
                missing.add(currency.getCurrencyCode());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void moneyThatIsNoneOrWasGoneBefore2020IsNot() {
        assertThat(codes)
                .doesNotContain("XXX", "XTS", "DEM", "FRF", "VEF", "BYR")
                .hasSizeBetween(175, 190);
    }
}
