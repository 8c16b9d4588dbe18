package io.millrace.cdc;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a record says of where its change comes from. */
interface SourceBlock {
    /** The value of that name; null when it is absent or null. */
    @Nullable
    JsonValue find(String name);

    /** Says that the block lacks what it must have. */
    UnreadableChangeException lacks(String name, String why);

    /** The text of that name without blanks around it; null when there is none. */
    default @Nullable String findName(String name) throws IOException, UnreadableChangeException {
        JsonValue member = find(name);
        String text = member == null ? "" : member.text().strip();
        return text.isEmpty() ? null : text;
    }
}
