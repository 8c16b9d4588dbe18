package io.millrace.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement from a file beside the class that runs it. What stands for {@code ${name}} in it is a name that is known
 * beforehand (a table of a contract, a time of our own) or another such statement; what a person types goes in as a
 * parameter, {@code ?}.
 */
public final class SqlFile {

    private static final Pattern VALUE = Pattern.compile("[a-zA-Z0-9_.:\"$-]+");

    private final String text;

    private SqlFile(String text) {
        this.text = text;
    }

    /** @throws IllegalStateException if there is no such file */
    public static SqlFile beside(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Cannot find " + file + " beside " + owner.getName());
            }
            return new SqlFile(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** All rows of statements that have the same columns. */
    public static SqlFile union(List<SqlFile> statements) {
        return new SqlFile(statements.stream().map(each -> each.text).collect(Collectors.joining("\nUNION ALL\n")));
    }

    /** @throws IllegalArgumentException if the value could be more than a name or a time */
    public SqlFile with(String name, String value) {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("Cannot put " + name + " '" + value + "' in SQL");
        }
        return new SqlFile(text.replace("${" + name + "}", value));
    }

    public SqlFile with(String name, SqlFile statement) {
        return new SqlFile(text.replace("${" + name + "}", statement.text));
    }

    public String text() {
        return text;
    }
}
