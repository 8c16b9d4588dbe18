package io.millrace.local.gateway.upstream;

/** A bucket and a key, from {@code s3://bucket/key}. */
public record S3Location(String bucket, String key) {
    private static final String SCHEME = "s3://";

    /**
     * Reads a location.
     *
     * @throws IllegalArgumentException when it is not in S3
     */
    public static S3Location of(String location) {
        if (!location.startsWith(SCHEME)) {
            throw new IllegalArgumentException("Cannot read location: " + location + "; it does not begin with s3://");
        }
        String path = location.substring(SCHEME.length());
        int slash = path.indexOf('/');
        return slash < 0
                ? new S3Location(path, "")
                : new S3Location(path.substring(0, slash), path.substring(slash + 1));
    }
}
