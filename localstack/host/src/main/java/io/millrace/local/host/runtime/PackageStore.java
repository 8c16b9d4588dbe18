package io.millrace.local.host.runtime;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Copies packages aside, as an upload does, and loads each version once. Functions of one package share its loader, and
 * with it the static state of its classes.
 */
public final class PackageStore {

    private final Path copies;
    private final ClassLoader parent = new SharedApi(PackageStore.class.getClassLoader());
    private final Map<Path, FunctionPackage> newest = new HashMap<>();
    private int copied;

    /** Empties {@code copies}: what an earlier process copied is of no use any more. */
    public PackageStore(Path copies) throws IOException {
        this.copies = copies;
        if (Files.exists(copies)) {
            for (Path file : walk(copies, Comparator.reverseOrder())) {
                Files.delete(file);
            }
        }
        Files.createDirectories(copies);
    }

    /** The package as it is in {@code folder} now. */
    synchronized FunctionPackage load(Path folder) throws IOException {
        String fingerprint = fingerprint(folder);
        FunctionPackage known = newest.get(folder);
        if (known != null && known.fingerprint().equals(fingerprint)) {
            return known;
        }
        copied++;
        Path copy = copies.resolve(String.valueOf(copied));
        for (Path file : walk(folder, Comparator.naturalOrder())) {
            Files.copy(file, copy.resolve(folder.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        FunctionPackage loaded = new FunctionPackage(copy, fingerprint, loader(copy));
        newest.put(folder, loaded);
        return loaded;
    }

    /** The class path of Lambda's Java runtime: the root, then the jars of lib/ by name. */
    private ClassLoader loader(Path copy) throws IOException {
        List<URL> classPath = new ArrayList<>();
        classPath.add(url(copy));
        for (Path file : walk(copy.resolve("lib"), Comparator.naturalOrder())) {
            if (file.toString().endsWith(".jar")) {
                classPath.add(url(file));
            }
        }
        return new URLClassLoader(classPath.toArray(new URL[0]), parent);
    }

    private static String fingerprint(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "the package is not built");
        }
        StringBuilder print = new StringBuilder();
        for (Path file : walk(folder, Comparator.naturalOrder())) {
            if (Files.isRegularFile(file)) {
                print.append(folder.relativize(file))
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis())
                        .append('\n');
            }
        }
        return print.toString();
    }

    private static List<Path> walk(Path folder, Comparator<Path> order) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(order).toList();
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
