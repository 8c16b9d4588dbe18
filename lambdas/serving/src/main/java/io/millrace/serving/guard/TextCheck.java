package io.millrace.serving.guard;

import io.trino.grammar.sql.SqlBaseLexer;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** What can be said of a text before it is parsed: its length, its characters, its words and its brackets. */
final class TextCheck {
    private final Limits limits;

    TextCheck(Limits limits) {
        this.limits = limits;
    }

    /**
     * The one statement of the text, without a semicolon at its end.
     *
     * @throws RefusedException naming what is too long, unseen, or a second statement
     */
    String statement(String text) throws RefusedException {
        if (text.length() > limits.chars()) {
            throw tooLarge(
                    "The statement has " + text.length() + " characters; at most " + limits.chars() + " are read");
        }
        characters(text);
        String statement = withoutEnd(text);
        if (statement.isEmpty()) {
            throw new RefusedException(Refused.whole(Rule.EMPTY, "There is no statement"));
        }
        tokens(statement);
        return statement;
    }

    private static String withoutEnd(String text) {
        String stripped = text.strip();
        return stripped.endsWith(";")
                ? stripped.substring(0, stripped.length() - 1).stripTrailing()
                : stripped;
    }

    private static void characters(String text) throws RefusedException {
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (unseen(point)) {
                String reason = String.format("The character U+%04X cannot be seen, or is half of one", point);
                throw new RefusedException(new Refused(Rule.CHARACTER, line, column, reason));
            }
            line += point == '\n' ? 1 : 0;
            column = point == '\n' ? 1 : column + 1;
            at += Character.charCount(point);
        }
    }

    private static boolean unseen(int point) {
        if (point == '\n' || point == '\r' || point == '\t') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private void tokens(String statement) throws RefusedException {
        SqlBaseLexer lexer = new SqlBaseLexer(CharStreams.fromString(statement));
        lexer.removeErrorListeners();
        int tokens = 0;
        int open = 0;
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            tokens++;
            switch (token.getText()) {
                case "(", "[" -> open++;
                case ")", "]" -> open--;
                case ";" ->
                    throw new RefusedException(new Refused(
                            Rule.SEVERAL_STATEMENTS,
                            token.getLine(),
                            token.getCharPositionInLine() + 1,
                            "One statement is run at a time; nothing may follow the semicolon"));
                default -> {}
            }
            if (tokens > limits.tokens()) {
                throw tooLarge("The statement has more than " + limits.tokens() + " words and signs");
            }
            if (open > limits.brackets()) {
                throw tooLarge("The statement has more than " + limits.brackets() + " brackets open at once");
            }
        }
    }

    private static RefusedException tooLarge(String reason) {
        return new RefusedException(Refused.whole(Rule.TOO_LARGE, reason));
    }
}
