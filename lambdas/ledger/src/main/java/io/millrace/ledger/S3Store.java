package io.millrace.ledger;

import io.millrace.store.ObjectStore;
import io.millrace.store.ObjectStoreException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects under {@code system/} of the lake's bucket. */
public final class S3Store implements ObjectStore {
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    /** A read is some ten milliseconds of waiting. */
    private static final int READERS = 32;

    private final S3Client client;
    private final String bucket;
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, S3Store::reader);

    public S3Store(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public String root() {
        return "s3://" + bucket + "/system/";
    }

    @Override
    public void write(String path, byte[] bytes) {
        String key = key(path);
        call("write " + path, () -> client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes)));
    }

    @Override
    public boolean create(String path, byte[] bytes) {
        String key = key(path);
        return call("create " + path, () -> {
            try {
                client.putObject(put -> put.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromBytes(bytes));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<byte[]> find(String path) {
        String key = key(path);
        return call("find " + path, () -> {
            try {
                return Optional.of(
                        client.getObjectAsBytes(get -> get.bucket(bucket).key(key))
                                .asByteArrayUnsafe());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public byte[] read(String path) {
        String key = key(path);
        return call(
                "read " + path,
                () -> client.getObjectAsBytes(get -> get.bucket(bucket).key(key))
                        .asByteArrayUnsafe());
    }

    @Override
    public List<byte[]> readAll(List<String> paths) {
        List<CompletableFuture<byte[]>> reads = paths.stream()
                .map(path -> CompletableFuture.supplyAsync(() -> read(path), readers))
                .toList();
        try {
            return reads.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ObjectStoreException failure
                    ? new ObjectStoreException("Cannot read " + paths.size() + " objects", failure)
                    : e;
        }
    }

    private static Thread reader(Runnable work) {
        Thread thread = new Thread(work, "s3-reader");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        if (length == 0) {
            return new byte[0];
        }
        String key = key(path);
        String range = "bytes=" + offset + "-" + (offset + length - 1);
        return call("read " + path + " " + range, () -> {
            try {
                return client.getObjectAsBytes(
                                get -> get.bucket(bucket).key(key).range(range))
                        .asByteArrayUnsafe();
            } catch (S3Exception e) {
                if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
                    return new byte[0];
                }
                throw e;
            }
        });
    }

    @Override
    public List<String> list(String prefix) {
        String key = key(prefix);
        return call(
                "list " + prefix,
                () -> client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(key)).contents().stream()
                        .map(S3Object::key)
                        .sorted()
                        .map(found -> "s3://" + bucket + "/" + found)
                        .toList());
    }

    private String key(String path) {
        URI uri = URI.create(path);
        if (!"s3".equals(uri.getScheme()) || !bucket.equals(uri.getHost())) {
            throw new IllegalArgumentException("Cannot reach " + path + ": not in bucket " + bucket);
        }
        return uri.getPath().substring(1);
    }

    private static <T> T call(String verb, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new ObjectStoreException("Cannot " + verb, e);
        }
    }
}
