package io.millrace.job.model;

import io.millrace.contract.TableRules;
import io.millrace.job.Layer;
import io.millrace.model.SharedSql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One table by one SQL file, and what it shares with other models.
 *
 * @param sql a query, with <code>${LAYER}.TABLE</code> for each table that it reads, and <code>${as_of}</code> for the run's
 *     day
 * @param rules what the contract demands of its rows
 * @param version of query and contract together: what was made by another one is made again
 */
public record Model(ModelContract contract, TableRules rules, String sql, String version) {
    private static final String FOLDER = "/META-INF/millrace/models/";
    private static final Pattern SOURCE = Pattern.compile("\\$\\{(bronze|silver|gold|ops)}\\.([a-z0-9_]+)");

    public Model {
        Set<String> read = new TreeSet<>();
        SOURCE.matcher(sql).results().forEach(found -> read.add(source(found).toString()));
        if (!read.equals(new TreeSet<>(contract.sources()))) {
            throw new IllegalArgumentException("Cannot make model " + contract.name() + ": its SQL reads " + read
                    + ", its contract names " + new TreeSet<>(contract.sources()));
        }
    }

    /**
     * One of those in the jar.
     *
     * @param path layer and table, as {@code silver/dim_product}
     */
    static Model bundled(String path) {
        int slash = path.indexOf('/');
        Layer layer = Layer.valueOf(path.substring(0, slash).toUpperCase(Locale.ROOT));
        String yaml = text(path + ".yaml");
        String sql = SharedSql.in(text(path + ".sql"), Model::text);
        UUID version = UUID.nameUUIDFromBytes((yaml + sql).getBytes(StandardCharsets.UTF_8));
        return new Model(
                ModelContract.parse(path.substring(slash + 1), layer, yaml),
                TableRules.read(path + ".yaml", yaml),
                sql,
                version.toString());
    }

    public String name() {
        return contract.name();
    }

    public Source target() {
        return new Source(contract.layer(), contract.name());
    }

    /** The tables that it reads. */
    public Set<Source> sources() {
        Set<Source> sources = new LinkedHashSet<>();
        SOURCE.matcher(sql).results().forEach(found -> sources.add(source(found)));
        return sources;
    }

    /**
     * The query, on what {@code relations} gives for its sources.
     *
     * @param relations a table's name or a query in brackets
     */
    String on(Function<Source, String> relations, LocalDate asOf) {
        return SOURCE.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(relations.apply(source(found))))
                .replace("${as_of}", "DATE '" + asOf + "'");
    }

    private static Source source(MatchResult found) {
        return new Source(Layer.valueOf(found.group(1).toUpperCase(Locale.ROOT)), found.group(2));
    }

    private static String text(String file) {
        try (InputStream in = Model.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("Cannot read model file " + file + ": the jar has none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read model file " + file, e);
        }
    }
}
