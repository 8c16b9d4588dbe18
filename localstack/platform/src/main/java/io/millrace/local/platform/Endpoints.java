package io.millrace.local.platform;

import java.net.URI;

/**
 * Where the running platform answers, and the credentials that it takes (it checks none; the SDKs insist on some).
 *
 * @param awsEndpoint the one endpoint of every AWS service, for {@code AWS_ENDPOINT_URL}
 * @param ingestUrl origin of the ingest API, without a path
 * @param servingUrl origin of the serving API, without a path
 */
public record Endpoints(
        URI awsEndpoint, URI ingestUrl, URI servingUrl, String region, String accessKey, String secretKey) {}
