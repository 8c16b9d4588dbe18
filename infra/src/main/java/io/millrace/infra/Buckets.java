package io.millrace.infra;

import io.millrace.infra.environment.StorageSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** The buckets: closed to the public, TLS only, encrypted, and cleared of what nobody will read again. */
final class Buckets extends Construct {
    private static final int UNFINISHED_UPLOAD_DAYS = 7;
    private static final int ACCESS_LOG_DAYS = 90;

    private final Deployment deployment;
    private final StorageSettings settings;
    private final @Nullable IKey key;
    private final @Nullable Bucket accessLogs;
    private final Bucket lake;
    private final Bucket queryResults;

    Buckets(Construct scope, Deployment deployment, @Nullable IKey key) {
        super(scope, "Buckets");
        this.deployment = deployment;
        this.settings = deployment.environment().storage();
        this.key = key;
        Names names = deployment.names();
        this.accessLogs = settings.accessLogs() ? accessLogs(names.bucket("access-logs")) : null;
        this.lake = data("Lake", names.lakeBucket())
                .versioned(settings.versioning())
                .lifecycleRules(lakeRules())
                .build();
        this.queryResults = data("QueryResults", names.athenaBucket())
                .lifecycleRules(List.of(
                        unfinishedUploads(),
                        LifecycleRule.builder()
                                .id("query-results")
                                .prefix("results/")
                                .expiration(Duration.days(settings.queryResultDays()))
                                .build()))
                .build();
        if (accessLogs == null) {
            String reason = "This environment's config turns access logs off (storage.accessLogs)";
            Nag.acknowledge(lake, "AwsSolutions-S1", reason);
            Nag.acknowledge(queryResults, "AwsSolutions-S1", reason);
        }
    }

    Bucket lake() {
        return lake;
    }

    Bucket queryResults() {
        return queryResults;
    }

    private List<LifecycleRule> lakeRules() {
        if (!settings.versioning()) {
            return List.of(unfinishedUploads());
        }
        LifecycleRule oldVersions = LifecycleRule.builder()
                .id("old-versions")
                .noncurrentVersionExpiration(Duration.days(settings.oldVersionDays()))
                .expiredObjectDeleteMarker(true)
                .build();
        return List.of(unfinishedUploads(), oldVersions);
    }

    private static LifecycleRule unfinishedUploads() {
        return LifecycleRule.builder()
                .id("unfinished-uploads")
                .abortIncompleteMultipartUploadAfter(Duration.days(UNFINISHED_UPLOAD_DAYS))
                .build();
    }

    private Bucket.Builder data(String id, String name) {
        Bucket.Builder bucket = closed(id, name);
        if (key == null) {
            bucket.encryption(BucketEncryption.S3_MANAGED);
        } else {
            bucket.encryption(BucketEncryption.KMS).encryptionKey(key).bucketKeyEnabled(true);
        }
        if (accessLogs != null) {
            bucket.serverAccessLogsBucket(accessLogs).serverAccessLogsPrefix(name + "/");
        }
        return bucket;
    }

    private Bucket accessLogs(String name) {
        Bucket bucket = closed("AccessLogs", name)
                // The log delivery service writes with the bucket's own encryption, not with a customer's key.
                .encryption(BucketEncryption.S3_MANAGED)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("old-logs")
                        .expiration(Duration.days(ACCESS_LOG_DAYS))
                        .build()))
                .build();
        Nag.acknowledge(bucket, "AwsSolutions-S1", "The access log bucket would log into itself");
        return bucket;
    }

    private Bucket.Builder closed(String id, String name) {
        return Bucket.Builder.create(this, id)
                .bucketName(name)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .removalPolicy(deployment.removalPolicy());
    }
}
