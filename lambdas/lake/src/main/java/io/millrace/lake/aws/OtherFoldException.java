package io.millrace.lake.aws;

/**
 * The table that a commit was about to land on holds another fold than the commit was made for.
 *
 * <p>Deliberately not one of Iceberg's {@code CleanableFailure}s: after those Iceberg deletes the manifests that the
 * operation wrote, which would break the table if an earlier try of the same operation had landed unnoticed. What is
 * left behind is for orphan removal.
 */
final class OtherFoldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherFoldException(String message) {
        super(message);
    }
}
