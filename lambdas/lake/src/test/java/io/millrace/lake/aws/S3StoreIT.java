package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.store.ObjectStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3StoreIT {
    private S3Store store;

    @BeforeEach
    void createBucket() {
        TestEndpoint endpoint = TestEndpoint.get();
        S3Client client = endpoint.access().s3();
        String bucket = "store-" + endpoint.run;
        client.createBucket(create -> create.bucket(bucket));
        store = new S3Store(client, bucket);
    }

    @Test
    void an_object_is_read_whole_and_in_part() {
        String path = store.root() + "claims/s/0/1-a.claim";
        store.write(path, "0123456789".getBytes(UTF_8));

        assertThat(store.read(path)).asString().isEqualTo("0123456789");
        assertThat(store.read(path, 2, 3)).asString().isEqualTo("234");
        assertThat(store.read(path, 8, 5)).asString().isEqualTo("89");
        assertThat(store.read(path, 10, 5)).isEmpty();
        assertThat(store.read(path, 0, 0)).isEmpty();
    }

    @Test
    void a_name_that_many_want_is_whose_who_came_first() {
        String path = store.root() + "claims/s/0/2.claim";
        assertThat(store.find(path)).isEmpty();
        assertThat(store.create(path, "first".getBytes(UTF_8))).isTrue();
        assertThat(store.create(path, "second".getBytes(UTF_8))).isFalse();
        assertThat(store.find(path))
                .hasValueSatisfying(found -> assertThat(found).asString().isEqualTo("first"));
    }

    @Test
    void objects_are_listed_in_order_under_a_prefix() {
        for (String name : new String[] {"b", "a", "c"}) {
            store.write(store.root() + "folds/" + name, new byte[] {1});
        }
        store.write(store.root() + "claims/x", new byte[] {1});

        assertThat(store.list(store.root() + "folds/"))
                .containsExactly(store.root() + "folds/a", store.root() + "folds/b", store.root() + "folds/c");
    }

    @Test
    void an_object_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> store.read(store.root() + "nothing")).isInstanceOf(ObjectStoreException.class);
    }

    @Test
    void another_bucket_is_out_of_reach() {
        assertThatThrownBy(() -> store.read("s3://other/system/x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot reach s3://other/system/x: not in bucket store-");
    }
}
