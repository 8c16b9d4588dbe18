package io.millrace.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code athena-queries}: {@code views/LAYER/NAME.sql} with its contract beside it, {@code named/NAME.sql}. */
public record QueryFiles(Path folder) {
    /** Layers that have views. */
    List<String> layers() {
        return names(folder.resolve("views"), "");
    }

    List<String> views(String layer) {
        return names(folder.resolve("views").resolve(layer), ".sql");
    }

    /** SQL of a view. */
    String view(String layer, String name) {
        return text(folder.resolve("views").resolve(layer).resolve(name + ".sql"));
    }

    /** The contract of a view, as YAML. */
    String contract(String layer, String name) {
        return text(folder.resolve("views").resolve(layer).resolve(name + ".yaml"));
    }

    List<String> named() {
        return names(folder.resolve("named"), ".sql");
    }

    /** SQL of a named query. */
    String named(String name) {
        return text(folder.resolve("named").resolve(name + ".sql"));
    }

    private static List<String> names(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the queries in " + folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
