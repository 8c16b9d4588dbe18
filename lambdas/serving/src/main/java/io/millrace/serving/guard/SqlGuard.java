package io.millrace.serving.guard;

import io.trino.sql.SqlFormatter;
import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.QueryBody;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.SetOperation;
import io.trino.sql.tree.Statement;
import io.trino.sql.tree.TableSubquery;

/**
 * Decides whether a text is one SELECT that reads nothing outside its scope. Safe for use by many threads.
 *
 * <p>The text is measured, parsed with the engine's own grammar, every piece of the tree is held against lists of what is
 * allowed, and the tree is written as SQL again. Only that SQL is to be run, so that the engine cannot understand the
 * sender's text in another way than this did.
 */
public final class SqlGuard {
    private final SqlParser parser = new SqlParser();
    private final TextCheck texts;
    private final TreeCheck trees;

    public SqlGuard(Scope scope, Limits limits) {
        this.texts = new TextCheck(limits);
        this.trees = new TreeCheck(scope, limits);
    }

    /**
     * The verdict on a text.
     *
     * @param maxRows most rows that the statement in the verdict gives; it asks for at most so many
     */
    public Verdict check(String text, long maxRows) {
        try {
            Query query = parsed(texts.statement(text));
            int parameters = trees.check(query);
            Query limited = RowLimit.atMost(maxRows, query);
            String sql = SqlFormatter.formatSql(limited);
            return parser.createStatement(sql).equals(limited)
                    ? new Allowed(sql, parameters)
                    : Refused.whole(Rule.NOT_CANONICAL, "The statement cannot be written so that it stays what it is");
        } catch (RefusedException e) {
            return e.refused();
        } catch (ParsingException e) {
            return new Refused(Rule.SYNTAX, e.getLineNumber(), e.getColumnNumber(), withoutHints(e.getErrorMessage()));
        } catch (StackOverflowError e) {
            return Refused.whole(Rule.TOO_LARGE, "The statement is nested too deeply");
        }
    }

    private Query parsed(String text) throws RefusedException {
        Statement statement = parser.createStatement(text);
        if (statement instanceof Query query && isSelect(query.getQueryBody())) {
            return query;
        }
        throw RefusedException.at(statement, Rule.NOT_A_SELECT, "Only SELECT, with or without WITH, is run");
    }

    /** The parser lists all words that it would have taken, most of which begin statements that are refused. */
    private static String withoutHints(String message) {
        int hints = message.indexOf(". Expecting:");
        return hints < 0 ? message : message.substring(0, hints);
    }

    /** A bare VALUES or TABLE is a query by the grammar, and nobody's question. */
    private static boolean isSelect(QueryBody body) {
        if (body instanceof QuerySpecification) {
            return true;
        }
        if (body instanceof TableSubquery subquery) {
            return isSelect(subquery.getQuery().getQueryBody());
        }
        return body instanceof SetOperation set
                && set.getRelations().stream().allMatch(each -> each instanceof QueryBody part && isSelect(part));
    }
}
