package io.millrace.simulate.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.simulate.Faults;
import io.millrace.simulate.Traffic;
import io.millrace.simulate.TrafficPlan;
import io.millrace.simulate.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopFilesTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> NAMES =
            List.of("customers", "customer_addresses", "products", "inventory", "exchange_rates");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customers          | customer_id,email,phone,age,birth_date,country,status,created_date
            customer_addresses | customer_id,address_line1,city,state,zip
            products           | product_id,product_name,category,price,unit_cost,currency
            inventory          | product_id,location,quantity_on_hand,updated_at
            exchange_rates     | source_currency,rate_date,exchange_rate
            """)
    void writesEachDatasetWithItsColumns(String dataset, String header) throws IOException {
        write(folder, 100);

        List<String> lines = Files.readAllLines(folder.resolve(dataset + ".csv"));
        assertThat(lines.get(0)).isEqualTo(header);
        assertThat(lines).hasSizeGreaterThan(200).allMatch(line -> columns(line) >= columns(header));
    }

    @Test
    void knowsEveryoneWhoOrdersAndEverythingThatIsOrdered() throws IOException {
        Traffic traffic = write(folder, 20_000);

        String customers = Files.readString(folder.resolve("customers.csv"));
        assertThat(traffic.shop().accounts())
                .hasSizeGreaterThan(1_450)
                .allMatch(account -> customers.contains(account.person().userId() + ","));
    }

    @Test
    void givesARateForEveryCurrencyOnEveryDayThatAnEventMayClaim() throws IOException {
        write(folder, 100);

        Set<String> currencies = new HashSet<>();
        List<String> rates = Files.readAllLines(folder.resolve("exchange_rates.csv"));
        for (String line : rates.subList(1, rates.size())) {
            currencies.add(line.substring(0, 3));
        }
        for (String currency : currencies) {
            for (Instant day = START.minus(Duration.ofDays(4));
                    day.isBefore(START);
                    day = day.plus(Duration.ofDays(1))) {
                String expected = currency + "," + day.toString().substring(0, 10) + ",";
                assertThat(rates).anyMatch(line -> line.startsWith(expected));
            }
        }
        assertThat(currencies).contains("USD", "EUR", "JPY");
    }

    @Test
    void makesTheSameBytesFromTheSamePlan() throws IOException {
        write(folder.resolve("a"), 5_000);
        write(folder.resolve("b"), 5_000);

        for (String name : NAMES) {
            assertThat(folder.resolve("a").resolve(name + ".csv"))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(name + ".csv"));
        }
    }

    private static Traffic write(Path folder, int events) throws IOException {
        TrafficPlan plan = new TrafficPlan(Sources.names(), events, 500, 100, 7, START, Duration.ZERO, Faults.NONE);
        Traffic traffic = new Traffic(plan);
        while (traffic.hasNext()) {
            traffic.next();
        }
        new ShopFiles(folder).write(traffic.shop(), START, START.plus(plan.covered()));
        return traffic;
    }

    private static long columns(String line) {
        return line.chars().filter(c -> c == ',').count();
    }
}
