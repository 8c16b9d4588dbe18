package io.millrace.job.ledger;

import io.millrace.job.Lake;
import io.millrace.ledger.DynamoDbLedger;
import io.millrace.ledger.S3Store;
import java.net.URI;
import org.apache.iceberg.aws.s3.S3FileIO;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ledger in DynamoDB, and its objects in the lake's bucket, reached as the lake's own files are. */
public final class AwsLedger {
    private AwsLedger() {}

    /**
     * Opens it for the rest of the process.
     *
     * @throws IllegalArgumentException if the lake is a folder, which has no ledger
     */
    public static LedgerAccess open(String table, Lake lake) {
        if (!(lake.files() instanceof S3FileIO files)) {
            throw new IllegalArgumentException(
                    "Cannot use --ledger_table " + table + ": the lake is not on S3 but in " + lake.root());
        }
        // Named, since more than one HTTP client may be on a Glue job's class path.
        DynamoDbClient dynamoDb = DynamoDbClient.builder()
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
        String bucket = URI.create(lake.root()).getHost();
        return new LedgerAccess(new DynamoDbLedger(dynamoDb, table), new S3Store(files.client(), bucket));
    }
}
