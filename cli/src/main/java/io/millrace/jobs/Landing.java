package io.millrace.jobs;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.Format;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Where an environment's files are landed. */
public record Landing(Target target) {
    private static final String ENDING = "\\.csv(\\.gz)?$";

    /**
     * Lands a file, or each file of a folder that is named as a dataset.
     *
     * @param dataset of a single file; its name where it is not given
     * @return where each file is now, by dataset
     * @throws IllegalArgumentException if there is nothing to land, or of a dataset that is not landed
     */
    public Map<String, String> put(Path path, Optional<String> dataset) throws IOException {
        List<String> known = Contracts.bundled().all().stream()
                .filter(contract -> contract.format() == Format.ROWS)
                .map(Contract::dataset)
                .sorted()
                .toList();
        Map<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> found = Files.list(path)) {
                found.filter(file -> known.contains(name(file))).forEach(file -> files.put(name(file), file));
            }
        } else if (Files.isRegularFile(path)) {
            files.put(dataset.orElse(name(path)), path);
        }
        if (files.isEmpty() || !known.containsAll(files.keySet())) {
            throw new IllegalArgumentException(
                    "Cannot land " + path + ": give a CSV file or a folder of them, of " + String.join(", ", known));
        }
        String bucket = StackOutputs.of(target).need("LakeBucket");
        Map<String, String> landed = new TreeMap<>();
        try (S3Client s3 = target.clients().s3()) {
            files.forEach((name, file) -> {
                String key = "landing/" + name + "/" + file.getFileName();
                s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
                landed.put(name, "s3://" + bucket + "/" + key);
            });
        }
        return landed;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst(ENDING, "");
    }
}
