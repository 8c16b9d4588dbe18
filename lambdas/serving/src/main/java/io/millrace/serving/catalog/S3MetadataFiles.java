package io.millrace.serving.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Metadata files on S3, plain or gzip. */
public final class S3MetadataFiles implements MetadataFiles {
    private final S3Client s3;

    public S3MetadataFiles(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public TableMetadata read(String location) throws CatalogUnavailableException {
        URI uri = URI.create(location);
        String key = uri.getPath().substring(1);
        try (InputStream object =
                        s3.getObject(request -> request.bucket(uri.getHost()).key(key));
                InputStream plain = key.contains(".gz.") ? new GZIPInputStream(object) : object) {
            return IcebergMetadata.read(plain);
        } catch (SdkException | IOException e) {
            throw new CatalogUnavailableException("Cannot read " + location, e);
        }
    }
}
