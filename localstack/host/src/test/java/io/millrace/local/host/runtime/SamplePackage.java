package io.millrace.local.host.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Builds a function package, {@code lib/} with one jar, out of {@link SampleHandlers}. */
public final class SamplePackage {

    private static final List<Class<?>> CLASSES = List.of(
            SampleHandlers.class,
            SampleHandlers.Echo.class,
            SampleHandlers.Counter.class,
            SampleHandlers.Hoarder.class,
            SampleHandlers.Thrower.class,
            SampleHandlers.Unmakeable.class,
            SampleHandlers.Sleeper.class,
            SampleHandlers.Spy.class,
            SampleHandlers.Recorder.class);

    private SamplePackage() {}

    /** @param version makes two packages differ */
    public static Path write(Path folder, String version) throws IOException {
        Path jar = Files.createDirectories(folder.resolve("lib")).resolve("function.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : CLASSES) {
                String entry = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream bytes = type.getClassLoader().getResourceAsStream(entry)) {
                    bytes.transferTo(out);
                }
            }
            out.putNextEntry(new JarEntry("version-" + version));
        }
        return folder;
    }
}
