package io.millrace.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 over texts and files: equal for equal input, in order. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    Fingerprint text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
        return this;
    }

    Fingerprint texts(Iterable<String> texts) {
        texts.forEach(this::text);
        return this;
    }

    /** A file's content; a file that does not exist counts as such. */
    Fingerprint file(Path file) {
        try {
            text(file.getFileName().toString());
            if (Files.exists(file)) {
                text(HexFormat.of().formatHex(contentOf(file)));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder, with their relative names and content. */
    Fingerprint tree(Path folder) {
        for (Path file : filesBelow(folder)) {
            text(folder.relativize(file).toString()).file(file);
        }
        return this;
    }

    /** Jars of a lib folder: our own by content, which changes under the same name; released ones by name and size. */
    Fingerprint libraries(Path lib) {
        for (Path jar : filesBelow(lib)) {
            if (jar.getFileName().toString().startsWith("millrace-")) {
                file(jar);
            } else {
                text(jar.getFileName() + " " + jar.toFile().length());
            }
        }
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] contentOf(Path file) throws IOException {
        return new Fingerprint().digest.digest(Files.readAllBytes(file));
    }

    private static List<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
