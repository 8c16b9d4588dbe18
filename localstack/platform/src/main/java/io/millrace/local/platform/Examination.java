package io.millrace.local.platform;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks at what the platform has written down and installed, while nothing or everything runs. */
final class Examination {

    /** More than this of logs and left-over accounts is worth a word. */
    private static final long MUCH_BYTES = 2L << 30;

    private final Layout layout;
    private final Map<String, String> environment;
    private final List<Ailment> ailments = new ArrayList<>();

    Examination(Layout layout, Map<String, String> environment) {
        this.layout = layout;
        this.environment = environment;
    }

    List<Ailment> ailments() {
        RunState state;
        try {
            state = new RunFile(layout.runFile()).read();
        } catch (PlatformException unreadable) {
            grave(
                    String.valueOf(unreadable.getMessage()),
                    "end the processes that it names, delete it, run 'millrace up'");
            return ailments;
        }
        installation();
        lostEmulator(state);
        takenPorts(state);
        leftovers();
        return ailments;
    }

    /** Nothing is installed before the first start, which is as it should be. */
    private void installation() {
        PythonEnvironment python = new PythonEnvironment(layout, environment);
        if (Files.exists(layout.venv()) && !python.current()) {
            light(
                    "MiniStack's environment " + layout.venv() + " is damaged, was moved, or is of another version",
                    "run 'millrace up': it is made again");
        }
    }

    private void lostEmulator(RunState state) {
        state.part(Parts.EMULATOR)
                .filter(started -> started.process().find().isEmpty())
                .filter(started -> started.killed()
                        || !new StateFolder(layout).savedSince(started.process().startedAt()))
                .ifPresent(started -> grave(
                        "MiniStack (process " + started.pid() + ") ended without saving: streams, tables, ledger and"
                                + " keys of the emulated account are lost",
                        "run 'millrace up': it starts an empty account; send the data again"));
    }

    private void takenPorts(RunState state) {
        for (String name : Parts.NAMES) {
            boolean runs = state.part(name)
                    .flatMap(started -> started.process().find())
                    .isPresent();
            state.port(name)
                    .filter(port -> !runs && !Ports.isFree(port))
                    .ifPresent(port -> light(
                            "port " + port + " of " + name + " is taken by another program",
                            "nothing: 'millrace up' takes another port; or end that program first"));
        }
    }

    private void leftovers() {
        long lost = bytes(layout.lost());
        if (lost > 0) {
            light(
                    String.format(
                            Locale.ROOT, "%s keeps %.1f MB of an account that was lost", layout.lost(), lost / 1e6),
                    "delete it when you have looked: rm -r " + layout.lost());
        }
        long logs = bytes(layout.logs());
        if (logs > MUCH_BYTES) {
            light(
                    String.format(Locale.ROOT, "the logs in %s have %.1f GB", layout.logs(), logs / 1e9),
                    "run 'millrace down' and 'millrace up', twice: each start keeps one older log");
        }
    }

    private void grave(String what, String cure) {
        ailments.add(new Ailment(true, what, cure));
    }

    private void light(String what, String cure) {
        ailments.add(new Ailment(false, what, cure));
    }

    /** Sizes of files that go away meanwhile do not count. */
    private static long bytes(Path root) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        long[] sum = new long[1];
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw DiskProblem.explain("look at " + root, e);
        }
        return sum[0];
    }
}
