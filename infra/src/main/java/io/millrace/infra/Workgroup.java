package io.millrace.infra;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.athena.CfnWorkGroup;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** How Athena reads the lake: engine 3, results encrypted in their own bucket, a bound on what one query may read. */
final class Workgroup extends Construct {
    private final CfnWorkGroup workgroup;

    /**
     * @param results folder of its results, ending in a slash
     * @param maxScanBytes most bytes that one query may read
     */
    Workgroup(
            Construct scope,
            Deployment deployment,
            String name,
            String results,
            long maxScanBytes,
            @Nullable IKey key) {
        super(scope, "Workgroup");
        Names names = deployment.names();
        CfnWorkGroup.EncryptionConfigurationProperty.Builder encryption =
                CfnWorkGroup.EncryptionConfigurationProperty.builder().encryptionOption("SSE_S3");
        if (key != null) {
            encryption.encryptionOption("SSE_KMS").kmsKey(key.getKeyArn());
        }
        this.workgroup = CfnWorkGroup.Builder.create(this, "WorkGroup")
                .name(name)
                .description("Millrace " + names.environment())
                .recursiveDeleteOption(true)
                .workGroupConfiguration(CfnWorkGroup.WorkGroupConfigurationProperty.builder()
                        .enforceWorkGroupConfiguration(true)
                        .publishCloudWatchMetricsEnabled(true)
                        .bytesScannedCutoffPerQuery(maxScanBytes)
                        .engineVersion(CfnWorkGroup.EngineVersionProperty.builder()
                                .selectedEngineVersion("Athena engine version 3")
                                .build())
                        .resultConfiguration(CfnWorkGroup.ResultConfigurationProperty.builder()
                                .outputLocation("s3://" + names.athenaBucket() + "/" + results)
                                .encryptionConfiguration(encryption.build())
                                .build())
                        .build())
                .build();
    }

    String name() {
        return workgroup.getName();
    }
}
