package io.millrace.alerts.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Text of others in Slack's markup. Slack reads {@code &}, {@code <} and {@code >} as its own, so that a text could call
 * everybody in a channel or hide where a link leads: they are written as entities.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message text</a>
 */
final class Mrkdwn {
    private static final String CUT = "…";

    private Mrkdwn() {}

    /** The text with Slack's characters escaped, cut so that it has at most that many characters then. */
    static String escape(String text, int maxChars) {
        StringBuilder escaped = new StringBuilder();
        int fits = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            escaped.append(entity(codePoint));
            if (escaped.length() > maxChars) {
                return escaped.substring(0, fits) + CUT;
            }
            if (escaped.length() <= maxChars - CUT.length()) {
                fits = escaped.length();
            }
            at += Character.charCount(codePoint);
        }
        return escaped.toString();
    }

    /** The text as it is, for {@code plain_text}, cut to at most that many characters. */
    static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        int end = maxChars - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** A link, if the address is one of the web. */
    static Optional<String> link(String address, String label) {
        try {
            URI uri = new URI(address);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            // What a URI may hold and would end the link, or a part of it.
            return web && uri.getHost() != null && address.indexOf('|') < 0
                    ? Optional.of("<" + address.replace("&", "&amp;") + "|" + label + ">")
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String entity(int codePoint) {
        return switch (codePoint) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(codePoint);
        };
    }
}
