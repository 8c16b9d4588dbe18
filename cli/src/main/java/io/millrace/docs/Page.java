package io.millrace.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The frame of every page: one file that needs no other, for light and dark, wide and narrow, eyes and readers. */
final class Page {
    private static final String STYLE = style();

    private Page() {}

    /**
     * A whole document.
     *
     * @param body writes what stands in {@code main}
     * @param source what it was made from, for the foot
     */
    static String of(String title, String source, Html html, Runnable body) {
        html.element("html", Map.of("lang", "en"), () -> {
            html.element("head", () -> {
                html.empty("meta", Map.of("charset", "utf-8"));
                html.empty("meta", Map.of("name", "viewport", "content", "width=device-width, initial-scale=1"));
                html.element("title", title);
                html.element("style", STYLE);
            });
            html.element("body", () -> {
                html.element("a", Map.of("class", "skip", "href", "#content"), "Skip to content");
                html.element("main", Map.of("id", "content"), body);
                html.element("footer", () -> html.element("p", "Made from " + source + " by millrace contracts docs."));
            });
        });
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream("docs.css")) {
            if (in == null) {
                throw new IllegalStateException("Cannot read docs.css: it is not beside " + Page.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read docs.css", e);
        }
    }
}
