package io.millrace.protocol;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.millrace.protocol.Members.Member;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a member of a message becomes the value of a field, as JSON; empty when it says nothing for the field. */
enum Form {
    /** The bytes that stand there. */
    AS_IS {
        @Override
        Optional<String> json(Member member) {
            return Optional.of(member.raw());
        }
    },

    /** Text, also where the sender wrote a number, as many do with ids. */
    TEXT {
        @Override
        Optional<String> json(Member member) {
            return Optional.of(member.isNumber() ? quoted(member.raw()) : member.raw());
        }
    },

    /** A number, also where the sender wrote it as text; nothing else, since any sender may mean anything by the name. */
    NUMBER {
        @Override
        Optional<String> json(Member member) {
            return member.isNumber()
                    ? Optional.of(member.raw())
                    : member.text().filter(text -> NUMBER_TEXT.matcher(text).matches());
        }
    },

    /** The day of a date or a time in ISO 8601. */
    DAY {
        @Override
        Optional<String> json(Member member) {
            return member.text()
                    .filter(text -> DAY_TEXT.matcher(text).lookingAt())
                    .map(text -> quoted(text.substring(0, 10)));
        }
    },

    /** The kind of app, by what Segment calls its channel. */
    CHANNEL {
        @Override
        Optional<String> json(Member member) {
            return member.text().map(text -> quoted(text.equals("browser") ? "web" : text));
        }
    },

    /** What the sender does by sending it: look at a page. */
    VIEW {
        @Override
        Optional<String> json(Member member) {
            return Optional.of(quoted("view"));
        }
    },

    /** The kind of app, by the SDK's name. */
    LIBRARY {
        @Override
        Optional<String> json(Member member) {
            return member.text().map(name -> quoted(appOf(name.toLowerCase(Locale.ROOT))));
        }
    };

    private static final Pattern NUMBER_TEXT = Pattern.compile("-?(0|[1-9]\\d{0,30})(\\.\\d{1,30})?");
    private static final Pattern DAY_TEXT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}($|[T ])");
    private static final Pattern WEB = Pattern.compile("analytics\\.js|javascript");
    private static final Pattern MOBILE =
            Pattern.compile("android|ios|swift|kotlin|react-native|flutter|xamarin|unity");

    abstract Optional<String> json(Member member);

    private static String appOf(String library) {
        if (WEB.matcher(library).find()) {
            return "web";
        }
        return MOBILE.matcher(library).find() ? "mobile" : "server";
    }

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
