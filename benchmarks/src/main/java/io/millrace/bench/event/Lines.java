package io.millrace.bench.event;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Events as a file, one a line. */
public final class Lines {
    private Lines() {}

    public static Path write(EventSet events, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (byte[] event : events.events()) {
                out.write(event);
                out.write('\n');
            }
        }
        return file;
    }
}
