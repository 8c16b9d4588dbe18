package io.millrace.target;

import io.millrace.local.platform.Endpoints;
import io.millrace.local.platform.Platform;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Finds environments. */
public final class Targets {

    private Targets() {}

    /**
     * The local platform, which must run.
     *
     * @throws io.millrace.local.platform.PlatformException if it does not
     */
    public static Target local(Platform platform) {
        return local(platform.endpoints());
    }

    public static Target local(Endpoints endpoints) {
        Region region = Region.of(endpoints.region());
        AwsBasicCredentials credentials = AwsBasicCredentials.create(endpoints.accessKey(), endpoints.secretKey());
        Clients clients = new Clients(endpoints.awsEndpoint(), region, StaticCredentialsProvider.create(credentials));
        return new Target(
                Target.LOCAL, endpoints.awsEndpoint(), endpoints.ingestUrl(), endpoints.servingUrl(), region, clients);
    }

    /** An environment in the account and region that the AWS SDK's own settings name. */
    public static Target aws(String env) {
        Region region = DefaultAwsRegionProviderChain.builder().build().getRegion();
        Clients clients =
                new Clients(null, region, DefaultCredentialsProvider.builder().build());
        return new Target(env, null, null, null, region, clients);
    }
}
