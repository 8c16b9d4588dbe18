package io.millrace.local.tests;

import io.millrace.query.AthenaQueries;
import io.millrace.query.ResultTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** A database with few rows that are known ({@code queries/fixture.sql}), and deployed queries asked of it. */
final class Fixture {
    /** Datasets without rows here read an empty table. */
    private static final Pattern OTHERS =
            Pattern.compile("local_bronze\\.(?!app_events_|orders_|quarantined_)\\w+_(bronze|quarantine)\\b");

    private static final Pattern LAYER = Pattern.compile("local_(bronze|silver|gold|ops)\\.");

    private final AthenaQueries athena;
    private final String database = "queries_it_" + UUID.randomUUID().toString().substring(0, 8);

    /** @param quarantinedEvents SQL of the view that a named query reads */
    Fixture(AthenaQueries athena, String bucket, String quarantinedEvents) {
        this.athena = athena;
        run("CREATE DATABASE " + database + " LOCATION 's3://" + bucket + "/it/" + database + "/'");
        for (String statement : text().replaceAll("(?m)^--.*\n", "").split(";\n", -1)) {
            if (!statement.isBlank()) {
                run(statement.replace("${db}", database).replace("${quarantined_events}", here(quarantinedEvents)));
            }
        }
    }

    /** What a query answers of these rows. */
    ResultTable answer(String deployed) {
        return run(here(deployed));
    }

    private String here(String deployed) {
        return LAYER.matcher(OTHERS.matcher(deployed).replaceAll(database + ".none_$1"))
                .replaceAll(database + ".");
    }

    private ResultTable run(String sql) {
        try {
            return athena.run(sql, "local_silver");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Cannot run " + sql, e);
        }
    }

    private static String text() {
        try (InputStream file = Fixture.class.getResourceAsStream("/queries/fixture.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
