package io.millrace.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deletes and sets aside what the platform keeps. Touches only the names below that it makes itself, and never follows
 * a link, so that a wrong {@code MILLRACE_STATE} costs nothing.
 */
final class StateFolder {

    private final Layout layout;

    StateFolder(Layout layout) {
        this.layout = layout;
    }

    /** Whether MiniStack has saved since {@code start}: it does so only when it is asked to end. */
    boolean savedSince(Instant start) {
        Path saved = layout.emulatorState().resolve("state");
        if (!Files.isDirectory(saved)) {
            return false;
        }
        try (Stream<Path> files = Files.list(saved)) {
            return files.anyMatch(file -> file.toFile().lastModified() >= start.toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes what must exist before the first process starts. */
    void prepare() {
        try {
            for (String name : List.of("state", "s3", "tmp")) {
                Files.createDirectories(layout.emulatorState().resolve(name));
            }
            Files.createDirectories(layout.noProfiles().getParent());
            Files.write(layout.noProfiles(), new byte[0]);
        } catch (IOException e) {
            throw DiskProblem.explain("make the folders of " + layout.state(), e);
        }
    }

    /** Puts the emulator's files where {@link Layout#lost()} says, in place of an older such set; drops what belonged to it. */
    void setAsideAccount() {
        delete(layout.lost());
        delete(layout.hostState());
        delete(layout.gatewayState());
        if (Files.exists(layout.emulatorState(), LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.move(layout.emulatorState(), layout.lost(), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw DiskProblem.explain("move " + layout.emulatorState() + " to " + layout.lost(), e);
            }
        }
    }

    /** Deletes the emulated account: its data, the checkpoints of its streams, and what was deployed to it. */
    void deleteAccount() {
        delete(layout.emulatorState());
        delete(layout.lost());
        delete(layout.hostState());
        delete(layout.gatewayState());
        delete(layout.synthesised());
    }

    /** Deletes the account, logs and remembered ports; tools that were installed stay. */
    void deleteAll() {
        deleteAccount();
        delete(layout.logs());
        delete(layout.runFile());
    }

    private static void delete(Path root) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw DiskProblem.explain("delete " + root, e);
        }
    }
}
