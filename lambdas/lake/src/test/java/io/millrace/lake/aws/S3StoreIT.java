package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.ledger.S3Store;
import io.millrace.store.ObjectStore;
import io.millrace.store.ObjectStoreContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3StoreIT extends ObjectStoreContract {
    private static S3Client client;
    private static String bucket;

    @BeforeAll
    static void createBucket() {
        TestEndpoint endpoint = TestEndpoint.get();
        client = endpoint.access().s3();
        bucket = "store-" + endpoint.run;
        client.createBucket(create -> create.bucket(bucket));
    }

    @Override
    protected ObjectStore store() {
        return new S3Store(client, bucket);
    }

    @Test
    void another_bucket_is_out_of_reach() {
        assertThatThrownBy(() -> store().read("s3://other/system/x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot reach s3://other/system/x: not in bucket store-");
    }
}
