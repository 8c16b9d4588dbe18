package io.millrace.local.gateway.statement;

import io.trino.sql.parser.CaseInsensitiveStream;
import io.trino.sql.parser.SqlBaseLexer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** A statement cut up by the engine's own lexer, read from front to back. Comments and what ends it are left out. */
final class Tokens {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String sql;
    private final List<Token> tokens;
    private int next;

    private Tokens(String sql, List<Token> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    static Tokens of(String text) {
        SqlBaseLexer lexer = new SqlBaseLexer(new CaseInsensitiveStream(CharStreams.fromString(text)));
        lexer.removeErrorListeners();
        CommonTokenStream stream = new CommonTokenStream(lexer);
        stream.fill();
        List<Token> tokens = stream.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF)
                .toList();
        int count = tokens.size();
        while (count > 0 && tokens.get(count - 1).getText().equals(";")) {
            count--;
        }
        // Positions count code points, and so does the text from here on.
        int end = count == 0 ? 0 : tokens.get(count - 1).getStopIndex() + 1;
        return new Tokens(text.substring(0, text.offsetByCodePoints(0, end)), tokens.subList(0, count));
    }

    /** The statement without what follows its last word. */
    String sql() {
        return sql;
    }

    /** Whether a word is anywhere in the statement. */
    boolean contains(String word) {
        return tokens.stream().anyMatch(token -> token.getText().equalsIgnoreCase(word));
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    /** Whether these words or signs come next, case aside; they are taken if so. */
    boolean take(String... words) {
        if (!isNext(words)) {
            return false;
        }
        next += words.length;
        return true;
    }

    boolean isNext(String... words) {
        if (next + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(next + i).getText().equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        return true;
    }

    void expect(String... words) throws SyntaxException {
        if (!take(words)) {
            throw unexpected(String.join(" ", words));
        }
    }

    void expectEnd() throws SyntaxException {
        if (!atEnd()) {
            throw unexpected("<EOF>");
        }
    }

    boolean nextIsString() {
        return !atEnd()
                && switch (tokens.get(next).getType()) {
                    case SqlBaseLexer.STRING, SqlBaseLexer.QUOTED_IDENTIFIER -> true;
                    default -> false;
                };
    }

    /** A string, in single quotes or, as Hive takes it, in double quotes. */
    String string() throws SyntaxException {
        if (!nextIsString()) {
            throw unexpected("<string>");
        }
        return unquoted(tokens.get(next++).getText());
    }

    /** An identifier, plain or in backquotes or double quotes, in lower case. */
    String identifier() throws SyntaxException {
        if (!atEnd()) {
            Token token = tokens.get(next);
            switch (token.getType()) {
                case SqlBaseLexer.QUOTED_IDENTIFIER, SqlBaseLexer.BACKQUOTED_IDENTIFIER -> {
                    next++;
                    return unquoted(token.getText()).toLowerCase(Locale.ROOT);
                }
                default -> {
                    if (token.getType() == SqlBaseLexer.DIGIT_IDENTIFIER
                            || WORD.matcher(token.getText()).matches()) {
                        next++;
                        return token.getText().toLowerCase(Locale.ROOT);
                    }
                }
            }
        }
        throw unexpected("<identifier>");
    }

    /** A word or a number, as it is written. */
    String value() throws SyntaxException {
        if (atEnd()) {
            throw unexpected("<value>");
        }
        return tokens.get(next++).getText();
    }

    int integer() throws SyntaxException {
        if (atEnd() || tokens.get(next).getType() != SqlBaseLexer.INTEGER_VALUE) {
            throw unexpected("<integer>");
        }
        return Integer.parseInt(tokens.get(next++).getText());
    }

    /** {@code [[catalog.]database.]table}. */
    Name name() throws SyntaxException {
        String first = identifier();
        if (!take(".")) {
            return new Name(null, first);
        }
        String second = identifier();
        if (!take(".")) {
            return new Name(first, second);
        }
        if (!first.equals("awsdatacatalog")) {
            throw new SyntaxException("Catalog " + first + " was not found; this account has AwsDataCatalog");
        }
        return new Name(second, identifier());
    }

    /** The text of what is left, as it was written; it is taken. */
    String rest() {
        if (atEnd()) {
            return "";
        }
        int from = tokens.get(next).getStartIndex();
        next = tokens.size();
        return sql.substring(sql.offsetByCodePoints(0, from));
    }

    /** The text up to the parenthesis that closes the one just taken; both are taken. */
    String enclosed() throws SyntaxException {
        int first = next;
        for (int depth = 1; !atEnd(); next++) {
            depth += isNext("(") ? 1 : isNext(")") ? -1 : 0;
            if (depth == 0) {
                int from = sql.offsetByCodePoints(0, tokens.get(first).getStartIndex());
                int to = sql.offsetByCodePoints(0, tokens.get(next).getStartIndex());
                next++;
                return sql.substring(from, to);
            }
        }
        throw unexpected(")");
    }

    SyntaxException unexpected(String expected) {
        if (atEnd()) {
            return new SyntaxException("Unexpected end of the statement. Expecting: " + expected);
        }
        Token token = tokens.get(next);
        return new SyntaxException("line " + token.getLine() + ":" + (token.getCharPositionInLine() + 1)
                + ": mismatched input '" + token.getText() + "'. Expecting: " + expected);
    }

    private static String unquoted(String text) {
        String quote = text.substring(0, 1);
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }
}
