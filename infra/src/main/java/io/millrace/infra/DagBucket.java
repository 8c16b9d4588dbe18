package io.millrace.infra;

import java.util.List;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/** Where managed Airflow reads its DAGs: a bucket with versions, as it asks for, filled at each deployment. */
final class DagBucket extends Construct {
    static final String FOLDER = "dags";

    private static final String COPIER = "airflow-dags";

    DagBucket(Construct scope, Deployment deployment) {
        super(scope, "Dags");
        Names names = deployment.names();
        Bucket bucket = Bucket.Builder.create(this, "Bucket")
                .bucketName(names.airflowBucket())
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .versioned(true)
                .removalPolicy(deployment.removalPolicy())
                .build();
        Nag.acknowledge(bucket, "AwsSolutions-S1", "It holds a copy of the DAGs in this repository, and no data");
        Asset dags = Asset.Builder.create(this, "Folder")
                .path(deployment.dags().toString())
                .exclude(List.of("**/__pycache__"))
                .build();
        Role role = Role.Builder.create(this, "CopierRole")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .description("Millrace " + names.environment() + ": copies the DAGs")
                .build();
        grant(new Grants(role, deployment), names, dags);
        BucketDeployment copy = BucketDeployment.Builder.create(this, "Copy")
                .sources(List.of(Source.bucket(dags.getBucket(), dags.getS3ObjectKey())))
                .destinationBucket(bucket)
                .destinationKeyPrefix(FOLDER)
                // With CDK's own grants it could read all that is ever deployed.
                .role(role.withoutPolicyUpdates())
                .logGroup(Logs.group(this, "Logs", names.functionLogGroup(COPIER), deployment))
                .build();
        copy.getNode().addDependency(role);
        Nag.acknowledge(scope, "AwsSolutions-L1", "CDK chooses the runtime of the function that copies the DAGs");
    }

    private static void grant(Grants grants, Names names, Asset dags) {
        String bucket = names.bucketArn(names.airflowBucket());
        grants.allow(List.of("s3:GetObject"), "arn:aws:s3:::" + dags.getS3BucketName() + "/" + dags.getS3ObjectKey())
                .allowWithin(
                        "DAGs are files of any name",
                        List.of("s3:DeleteObject", "s3:GetObject", "s3:PutObject"),
                        bucket + "/" + FOLDER + "/*")
                .list(bucket, FOLDER + "/*")
                .allowWithin(
                        "Lambda names the streams of the function's own log group",
                        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                        names.logGroupArn(names.functionLogGroup(COPIER)) + ":*");
    }
}
