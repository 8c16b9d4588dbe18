package io.millrace.job.landing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * The place where files are landed: {@code landing/DATASET/…} in the lake's bucket.
 *
 * @param prefix without a slash at the end
 */
record Landing(FileIO files, String prefix) {
    /** A dataset's CSV files, the oldest first. */
    List<LandedFile> of(String dataset) {
        if (!(files instanceof SupportsPrefixOperations listing)) {
            throw new IllegalStateException(
                    "Cannot list " + prefix + " with " + files.getClass().getName());
        }
        List<LandedFile> found = new ArrayList<>();
        try {
            for (FileInfo file : listing.listPrefix(prefix + "/" + dataset + "/")) {
                if (file.size() > 0 && file.location().matches(".*\\.csv(\\.gz)?")) {
                    found.add(new LandedFile(dataset, file.location(), file.size(), file.createdAtMillis()));
                }
            }
        } catch (NotFoundException e) {
            return List.of();
        } catch (java.io.UncheckedIOException e) {
            if (e.getCause() instanceof java.io.FileNotFoundException) {
                return List.of();
            }
            throw e;
        }
        found.sort(Comparator.comparingLong(LandedFile::modifiedMillis).thenComparing(LandedFile::location));
        return found;
    }
}
