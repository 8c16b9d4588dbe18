package io.millrace.store;

import java.util.List;
import java.util.Optional;

/**
 * The object store under the lake's {@code system/} prefix. Strongly consistent, as S3 is. Paths are full URIs. Failure
 * is {@link ObjectStoreException}; after one, an object may or may not have been written.
 */
public interface ObjectStore {
    /** Where new objects go: a URI that ends with a slash. */
    String root();

    /** Writes an object that has never existed: every name here carries a fresh id. */
    void write(String path, byte[] bytes);

    /**
     * Writes an object under a name that others may want too: whoever comes first decides what it is, for ever. After a
     * failure the object may stand, now or a moment later; creating it again tells.
     *
     * @return false if an object of that name exists; it was not changed
     */
    boolean create(String path, byte[] bytes);

    /** Reads a whole object, or nothing if there is none of that name. */
    Optional<byte[]> find(String path);

    /** Reads a whole object. */
    byte[] read(String path);

    /** Reads whole objects, in the order of the paths; as many side by side as the store can. */
    default List<byte[]> readAll(List<String> paths) {
        return paths.stream().map(this::read).toList();
    }

    /** Reads {@code length} bytes at {@code offset}; fewer where the object ends. */
    byte[] read(String path, long offset, int length);

    /** The paths under a prefix (a full URI), ascending; for windows and operators' tools, never for the protocol. */
    List<String> list(String prefix);
}
