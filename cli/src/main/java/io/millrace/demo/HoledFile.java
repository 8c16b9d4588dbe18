package io.millrace.demo;

import io.millrace.alerting.Alerting;
import io.millrace.alerting.SlackText;
import io.millrace.alerts.fold.Entry;
import io.millrace.jobs.Landing;
import io.millrace.jobs.RunEnd;
import io.millrace.simulate.files.HoledProducts;
import io.millrace.target.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the demo in which something fails: a product file comes with holes in it. What is published stays, and people
 * hear of it; with the whole file it goes on.
 */
public final class HoledFile {
    private static final String TABLE = "daily_sales_metrics";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Target target;
    private final Jobs jobs;
    private final PrintWriter out;
    private final PrintWriter err;

    /** Runs a job to its end, showing how far it is. */
    public interface Jobs {
        RunEnd run(String job, Map<String, String> arguments) throws InterruptedException;
    }

    public HoledFile(Target target, Jobs jobs, PrintWriter out, PrintWriter err) {
        this.target = target;
        this.jobs = jobs;
        this.out = out;
        this.err = err;
    }

    /**
     * Lets it happen, and mends it.
     *
     * @param folder with the shop's files
     * @return whether the gate refused the first version, people heard of it, and the second was published
     */
    public boolean show(Path folder) throws InterruptedException, IOException {
        Path products = folder.resolve("products.csv");
        Path holed = folder.resolve("products-with-holes.csv");
        new HoledProducts(products).write(holed);
        Instant begun = Instant.now();
        RunEnd refused = landed(holed);
        Optional<Entry> told = refused.succeeded() ? Optional.empty() : told(begun);
        out.println(
                "A product file came with every tenth category missing. Gold's readers still see the version before;");
        out.println("Slack heard of it:");
        out.println();
        told.ifPresent(entry -> new SlackText(entry.delivered()).lines().forEach(line -> out.println("  | " + line)));
        out.println();
        RunEnd mended = landed(products);
        out.println("The whole file has been landed again, and gold goes on: " + mended.state());
        out.println();
        if (told.isEmpty() || !mended.succeeded()) {
            err.println("Job gold " + refused.state() + " " + refused.error() + ", then " + mended.state() + " "
                    + mended.error() + "; its log: millrace logs job-gold");
        }
        return told.isPresent() && mended.succeeded();
    }

    /** Lands a file of products, and makes again what is made of them, as far as it succeeds. */
    private RunEnd landed(Path products) throws InterruptedException, IOException {
        new Landing(target).put(products, Optional.of("products"));
        RunEnd loaded = jobs.run("batch-ingest", Map.of());
        if (!loaded.succeeded()) {
            return loaded;
        }
        RunEnd silver = jobs.run("silver", Map.of("--models", "dim_product,transactions_silver"));
        return silver.succeeded() ? jobs.run("gold", Map.of("--models", TABLE)) : silver;
    }

    private Optional<Entry> told(Instant begun) throws InterruptedException {
        try (Alerting alerting = new Alerting(target)) {
            return alerting.heard(TABLE, begun, PATIENCE);
        }
    }
}
