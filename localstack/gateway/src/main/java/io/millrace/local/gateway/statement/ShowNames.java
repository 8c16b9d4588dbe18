package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code SHOW DATABASES | TABLES | VIEWS [IN d] [LIKE 'pattern']}.
 *
 * @param pattern Hive's: {@code *} stands for anything and {@code |} divides alternatives
 */
record ShowNames(
        Subject subject,
        @Nullable String database,
        @Nullable String pattern) implements Statement {
    enum Subject {
        DATABASES("database_name"),
        TABLES("tab_name"),
        VIEWS("views");

        private final String column;

        Subject(String column) {
            this.column = column;
        }
    }

    @Override
    public StatementType type() {
        return StatementType.UTILITY;
    }

    @Override
    public String substatement() {
        return "SHOW_" + subject;
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        String in = database == null ? session.database() : database;
        List<String> names = switch (subject) {
            case DATABASES -> session.catalog().databases();
            case TABLES -> session.catalog().tables(in);
            case VIEWS -> session.catalog().views(in);
        };
        return Listing.send(
                sink,
                List.of(subject.column),
                names.stream().filter(this::matches).toList());
    }

    private boolean matches(String name) {
        if (pattern == null) {
            return true;
        }
        for (String alternative : pattern.toLowerCase(Locale.ROOT).split("\\|", -1)) {
            if (Pattern.matches(("\\Q" + alternative + "\\E").replace("*", "\\E.*\\Q"), name)) {
                return true;
            }
        }
        return false;
    }
}
