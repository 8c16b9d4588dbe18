package io.millrace.serving.guard;

import java.util.Locale;

/** What a text may be refused for. */
public enum Rule {
    /** There is nothing to run. */
    EMPTY,
    /** It is longer, deeper or has more pieces than one question needs. */
    TOO_LARGE,
    /** A character that is neither seen nor a blank, as a reader of the text would not know that it is there. */
    CHARACTER,
    /** The grammar does not know it. */
    SYNTAX,
    /** More than one statement. */
    SEVERAL_STATEMENTS,
    /** Not a SELECT, with or without a WITH. */
    NOT_A_SELECT,
    /** WITH RECURSIVE. */
    RECURSION,
    /** A piece of grammar that is not on the list. */
    CONSTRUCT,
    /** A function that is not on the list, or one by a qualified name. */
    FUNCTION,
    /** Another catalog than the lake's. */
    CATALOG,
    /** A database of somebody else, or of the engine itself. */
    DATABASE,
    /** A table name that no table of the lake can have, such as that of a table's own metadata. */
    TABLE,
    /** A column that the engine adds, such as the path of a row's file. */
    HIDDEN_COLUMN,
    /** The engine would be handed other words than were checked. */
    NOT_CANONICAL;

    /** As programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
