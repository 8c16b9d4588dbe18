package io.millrace.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The text of every contract file of a folder.
 *
 * @param directory the folder as the caller named it
 * @param texts by path inside the folder, with {@code /}
 */
record ContractFiles(String directory, SortedMap<String, String> texts) {
    private static final String RESOURCES = "META-INF/millrace/contracts";
    /** Where the build takes them from, which is where a person mends them. */
    private static final String SOURCE = "contracts";

    private static final String EXTENSION = ".yaml";

    ContractFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    static ContractFiles in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("Cannot read contracts: " + directory + " is not a folder");
        }
        return new ContractFiles(directory.toString(), texts(directory));
    }

    /** Those beside this class, be it in a jar or in a folder of classes. */
    static ContractFiles bundled() {
        try {
            Path home = Path.of(ContractFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return new ContractFiles(SOURCE, texts(home.resolve(RESOURCES)));
            }
            try (ZipFile jar = new ZipFile(home.toFile())) {
                return new ContractFiles(SOURCE, texts(jar));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("Cannot read the bundled contracts: " + RESOURCES, e);
        }
    }

    /** What each file says; one that is no YAML is left out, with a problem added. */
    SortedMap<String, Yaml> documents(List<Problem> problems) {
        SortedMap<String, Yaml> documents = new TreeMap<>();
        if (texts.isEmpty()) {
            problems.add(new Problem(directory, 1, "", "has no contracts: put them there as <domain>/<dataset>.yaml"));
        }
        texts.forEach((path, text) -> {
            try {
                documents.put(path, Yaml.parse(text));
            } catch (Yaml.SyntaxException e) {
                problems.add(new Problem(directory + "/" + path, e.line(), "", e.problem()));
            }
        });
        return documents;
    }

    /** SHA-256, in hex, over paths and texts. */
    String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                for (String part : List.of(path, text)) {
                    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                    sha.update(ByteBuffer.allocate(Integer.BYTES)
                            .putInt(bytes.length)
                            .flip());
                    sha.update(bytes);
                }
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot happen: every Java has SHA-256", e);
        }
    }

    private static SortedMap<String, String> texts(ZipFile jar) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        String folder = RESOURCES + "/";
        for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (entry.getName().startsWith(folder) && entry.getName().endsWith(EXTENSION)) {
                byte[] text = jar.getInputStream(entry).readAllBytes();
                texts.put(entry.getName().substring(folder.length()), new String(text, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static SortedMap<String, String> texts(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            SortedMap<String, String> texts = new TreeMap<>();
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(EXTENSION))::iterator) {
                texts.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read contracts: " + directory, e);
        }
    }
}
