package io.millrace.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every object store must do, whatever it is made of. */
public abstract class ObjectStoreContract {
    private ObjectStore store = new MemoryStore();
    private String folder = "";

    /** The store to hold to the contract. */
    protected abstract ObjectStore store();

    @BeforeEach
    void chooseFolder() {
        store = store();
        folder = store.root() + "contract-" + UUID.randomUUID() + "/";
    }

    @Test
    void its_root_ends_with_a_slash() {
        assertThat(store.root()).endsWith("/");
    }

    @Test
    void an_object_is_read_whole_and_in_part() {
        String path = folder + "1-a.claim";
        store.write(path, "0123456789".getBytes(UTF_8));

        assertThat(store.read(path)).asString().isEqualTo("0123456789");
        assertThat(store.read(path, 2, 3)).asString().isEqualTo("234");
        assertThat(store.read(path, 8, 5)).asString().isEqualTo("89");
        assertThat(store.read(path, 10, 5)).isEmpty();
        assertThat(store.read(path, 12, 5)).isEmpty();
        assertThat(store.read(path, 0, 0)).isEmpty();
    }

    @Test
    void an_object_may_be_empty() {
        String path = folder + "empty";
        store.write(path, new byte[0]);
        assertThat(store.read(path)).isEmpty();
        assertThat(store.read(path, 0, 5)).isEmpty();
        assertThat(store.find(path))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
    }

    @Test
    void a_name_that_many_want_is_whose_who_came_first() {
        String path = folder + "2.claim";
        assertThat(store.find(path)).isEmpty();
        assertThat(store.create(path, "first".getBytes(UTF_8))).isTrue();
        assertThat(store.create(path, "second".getBytes(UTF_8))).isFalse();
        assertThat(store.find(path))
                .hasValueSatisfying(found -> assertThat(found).asString().isEqualTo("first"));
    }

    @Test
    void objects_are_read_together_in_the_order_of_their_paths() {
        List<String> paths = IntStream.range(0, 100)
                .mapToObj(i -> folder + "together/" + (i * 7) % 100)
                .toList();
        paths.forEach(path -> store.write(path, path.getBytes(UTF_8)));

        assertThat(store.readAll(paths))
                .extracting(bytes -> new String(bytes, UTF_8))
                .isEqualTo(paths);
        assertThat(store.readAll(List.of())).isEmpty();
        assertThatThrownBy(() -> store.readAll(List.of(paths.get(0), folder + "nothing")))
                .isInstanceOf(ObjectStoreException.class);
    }

    @Test
    void objects_are_listed_in_order_under_a_prefix() {
        for (String name : new String[] {"b", "a", "c/d", "c"}) {
            store.write(folder + "folds/" + name, new byte[] {1});
        }
        store.write(folder + "claims/x", new byte[] {1});

        assertThat(store.list(folder + "folds/"))
                .containsExactly(folder + "folds/a", folder + "folds/b", folder + "folds/c", folder + "folds/c/d");
        assertThat(store.list(folder + "folds/c")).containsExactly(folder + "folds/c", folder + "folds/c/d");
        assertThat(store.list(folder + "nothing/")).isEmpty();
    }

    @Test
    void an_object_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> store.read(folder + "nothing")).isInstanceOf(ObjectStoreException.class);
        assertThatThrownBy(() -> store.read(folder + "nothing", 0, 1)).isInstanceOf(ObjectStoreException.class);
    }
}
