package io.millrace.dedup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sealed window is on the object store: what it had to forget, and for each of its runs the path, the newest arrival, the size, the filter
 * and the fences. One read loads a window from cold, about 17 bits a fingerprint.
 */
public final class WindowFile {
    private static final int MAGIC = 0x4d525732; // "MRW2"

    private WindowFile() {}

    /** Writes a window that has nothing unsealed. */
    public static void write(Window window, ObjectStore store, String path) {
        if (window.unsealedClaims() > 0) {
            throw new IllegalArgumentException("Cannot write window: it has unsealed claims");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeLong(window.forgottenMillis());
            out.writeInt(window.sealed().size());
            for (SealedRun run : window.sealed()) {
                blob(out, run.path().getBytes(UTF_8));
                out.writeLong(run.newestArrivalMillis());
                out.writeInt(run.size());
                blob(out, run.bloom().bytes());
                blob(out, run.fences().bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write window to memory", e);
        }
        store.write(path, bytes.toByteArray());
    }

    public static Window read(ObjectStore store, String path) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(store.read(path)))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("Cannot read window " + path + ": not a window file");
            }
            long forgottenMillis = in.readLong();
            int count = in.readInt();
            List<SealedRun> runs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                runs.add(new SealedRun(
                        new String(blob(in), UTF_8),
                        in.readLong(),
                        in.readInt(),
                        Bloom.read(blob(in)),
                        Run.read(blob(in))));
            }
            return new Window(runs, List.of(), forgottenMillis);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read window " + path, e);
        }
    }

    private static void blob(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] blob(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
