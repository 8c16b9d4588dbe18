package io.millrace.local.gateway.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The pages of {@code docs/runbooks}, so that the links in messages lead somewhere on a laptop too. */
public record RunbookPages(Path folder) {
    public static final String PREFIX = "/_millrace/runbooks/";

    /** The page at a path that begins with {@link #PREFIX}. */
    public Reply answer(String path) throws IOException {
        String name = path.substring(PREFIX.length());
        Path page = folder.resolve(name);
        return name.matches("[a-z0-9-]+(/[a-z0-9-]+)*\\.md") && Files.isRegularFile(page)
                ? new Reply(200, Map.of("Content-Type", "text/markdown; charset=utf-8"), Files.readAllBytes(page))
                : new Reply(404, Map.of("Content-Type", "text/plain"), "There is no such page".getBytes(UTF_8));
    }
}
