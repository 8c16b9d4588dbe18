package io.millrace.audit;

import io.millrace.contract.Contract;
import io.millrace.contract.TableDefinition;
import io.millrace.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** The statements of the audit: files beside this class, with names of tables of known contracts filled in. */
final class Sql {

    private static final Pattern VALUE = Pattern.compile("[a-zA-Z0-9_.:\"$-]+");

    private Sql() {}

    /** @param values for each {@code ${name}} in the file; names of tables, times */
    static String read(String file, Map<String, String> values) {
        String sql = text(file);
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!VALUE.matcher(value.getValue()).matches()) {
                throw new IllegalArgumentException(
                        "Cannot put " + value.getKey() + " '" + value.getValue() + "' in SQL");
            }
            sql = sql.replace("${" + value.getKey() + "}", value.getValue());
        }
        return sql;
    }

    static String bronze(Target target, Contract contract) {
        return table(target, "bronze", contract.bronze());
    }

    static String silver(Target target, Contract contract) {
        return table(target, "silver", contract.silver());
    }

    static String quarantine(Target target, Contract contract) {
        return table(target, "bronze", contract.quarantine());
    }

    private static String table(Target target, String layer, TableDefinition table) {
        return target.database(layer) + "." + table.name();
    }

    private static String text(String file) {
        try (InputStream in = Sql.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Cannot find " + file + " beside " + Sql.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
