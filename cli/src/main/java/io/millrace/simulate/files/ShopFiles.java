package io.millrace.simulate.files;

import io.millrace.simulate.shop.Account;
import io.millrace.simulate.shop.Currencies;
import io.millrace.simulate.shop.Product;
import io.millrace.simulate.shop.Shop;
import io.millrace.simulate.shop.StockLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a shop's tables as CSV files, in the state in which the shop is: what its database would export at the end of
 * the traffic. The same shop gives the same bytes.
 */
public final class ShopFiles {

    /** Rates are given from this many days before the traffic on, since some of its events are days late. */
    private static final int RATE_DAYS_BEFORE = 90;

    private final Path folder;
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    /** @param folder where the files go; made if it is not there */
    public ShopFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes {@code customers.csv}, {@code customer_addresses.csv}, {@code products.csv}, {@code inventory.csv} and
     * {@code exchange_rates.csv}, over earlier ones.
     *
     * @param from time of the traffic's first event
     * @param until time of its last
     * @return rows by dataset
     */
    public Map<String, Integer> write(Shop shop, Instant from, Instant until) throws IOException {
        Files.createDirectories(folder);
        customers(shop);
        addresses(shop);
        products(shop);
        inventory(shop);
        rates(day(from).minusDays(RATE_DAYS_BEFORE), day(until).plusDays(1));
        return rows;
    }

    private void customers(Shop shop) throws IOException {
        try (CsvFile csv = open(
                "customers",
                "customer_id",
                "email",
                "phone",
                "age",
                "birth_date",
                "country",
                "status",
                "created_date")) {
            for (Account account : shop.accounts()) {
                csv.row(
                        account.person().userId(),
                        account.email(),
                        account.phone(),
                        account.ageAtSignUp(),
                        account.person().birthDate(),
                        account.person().home().country(),
                        account.status(),
                        account.createdDate());
            }
            rows.put("customers", csv.rows());
        }
    }

    private void addresses(Shop shop) throws IOException {
        try (CsvFile csv = open("customer_addresses", "customer_id", "address_line1", "city", "state", "zip")) {
            for (Account account : shop.accounts()) {
                csv.row(
                        account.person().userId(),
                        account.addressLine(),
                        account.city(),
                        account.state(),
                        account.zip());
            }
            rows.put("customer_addresses", csv.rows());
        }
    }

    private void products(Shop shop) throws IOException {
        try (CsvFile csv =
                open("products", "product_id", "product_name", "category", "price", "unit_cost", "currency")) {
            for (Product product : shop.products()) {
                csv.row(
                        product.id(),
                        product.name(),
                        product.category(),
                        product.price(),
                        product.unitCost(),
                        Product.CURRENCY);
            }
            rows.put("products", csv.rows());
        }
    }

    private void inventory(Shop shop) throws IOException {
        try (CsvFile csv = open("inventory", "product_id", "location", "quantity_on_hand", "updated_at")) {
            for (StockLevel level : shop.stock()) {
                csv.row(
                        level.product().id(),
                        level.location(),
                        level.quantityOnHand(),
                        level.updatedAt().truncatedTo(ChronoUnit.MILLIS));
            }
            rows.put("inventory", csv.rows());
        }
    }

    private void rates(LocalDate first, LocalDate last) throws IOException {
        try (CsvFile csv = open("exchange_rates", "source_currency", "rate_date", "exchange_rate")) {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                for (String currency : Currencies.all()) {
                    csv.row(currency, day, Currencies.toUsd(currency, day).toPlainString());
                }
            }
            rows.put("exchange_rates", csv.rows());
        }
    }

    private CsvFile open(String dataset, String... columns) throws IOException {
        return new CsvFile(folder.resolve(dataset + ".csv"), columns);
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
