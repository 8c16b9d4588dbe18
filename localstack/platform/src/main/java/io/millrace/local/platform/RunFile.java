package io.millrace.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The file that holds a {@link RunState}; replaced whole, so that a reader never sees half of it. */
final class RunFile {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final Path file;

    RunFile(Path file) {
        this.file = file;
    }

    /** What was written last; empty when nothing was. */
    RunState read() {
        try {
            RunState state = JSON.readValue(Files.readString(file), RunState.class);
            if (state.format() != RunState.FORMAT) {
                throw unreadable("format " + state.format() + " is not " + RunState.FORMAT, null);
            }
            return state;
        } catch (NoSuchFileException absent) {
            return RunState.empty();
        } catch (JsonProcessingException malformed) {
            throw unreadable(malformed.getOriginalMessage(), malformed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes what is written. Callers hold the {@link UpLock}. */
    synchronized RunState update(UnaryOperator<RunState> change) {
        RunState changed = change.apply(read());
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, JSON.writeValueAsString(changed));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw DiskProblem.explain("write " + file, e);
        }
        return changed;
    }

    private PlatformException unreadable(String why, @Nullable Exception cause) {
        String message = "Cannot read " + file + ": " + why
                + "; stop the processes that it names, delete it and run ./millrace up";
        return cause == null ? new PlatformException(message) : new PlatformException(message, cause);
    }
}
