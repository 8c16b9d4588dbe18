package io.millrace.local.host.poller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file per shard: {@code <function>/<stream>@<created>/<shard>.json}. A write replaces the file in one step after its
 * bytes are on disk, so a reader finds the old checkpoint or the new one, whole.
 */
public final class FileCheckpoints implements Checkpoints {

    private static final String SUFFIX = ".json";

    private final Path root;

    public FileCheckpoints(Path root) {
        this.root = root;
    }

    @Override
    public Map<String, Checkpoint> read(MappingKey mapping) {
        Path folder = folder(mapping);
        Map<String, Checkpoint> checkpoints = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return checkpoints;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                    checkpoints.put(
                            name.substring(0, name.length() - SUFFIX.length()),
                            CheckpointJson.read(Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the checkpoints in " + folder, e);
        }
        return checkpoints;
    }

    @Override
    public void write(MappingKey mapping, String shardId, Checkpoint checkpoint) {
        Path folder = folder(mapping);
        Path file = folder.resolve(shardId + SUFFIX);
        Path fresh = folder.resolve(shardId + ".new");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(CheckpointJson.write(checkpoint));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write checkpoint " + file, e);
        }
    }

    private Path folder(MappingKey mapping) {
        return root.resolve(mapping.functionName())
                .resolve(mapping.streamName() + "@" + mapping.streamCreated().toEpochMilli());
    }
}
