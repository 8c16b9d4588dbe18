package io.millrace.ingest.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** A service that takes an operation as a POST of JSON, at the region and endpoint that the environment names. */
public final class AwsService {
    /** An address that answers does so at once; a longer wait would only eat the time for another try. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    private static final JsonFactory JSON = new JsonFactory();

    private final String name;
    private final String targetPrefix;
    private final String contentType;
    private final String region;
    private final URI endpoint;
    private final AwsCredentialsProvider credentials;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Duration readTimeout;

    private AwsService(
            String name, String targetPrefix, String jsonVersion, Map<String, String> environment, Duration timeout) {
        this.name = name;
        this.targetPrefix = targetPrefix;
        this.contentType = "application/x-amz-json-" + jsonVersion;
        this.region = region(environment);
        this.endpoint = endpoint(name, region, environment);
        this.credentials = AwsCredentials.of(environment);
        this.readTimeout = timeout.minus(CONNECT_TIMEOUT);
    }

    /** @param timeout the longest that one call may take */
    public static AwsService dynamo(Map<String, String> environment, Duration timeout) {
        return new AwsService("dynamodb", "DynamoDB_20120810", "1.0", environment, timeout);
    }

    /** @param timeout the longest that one call may take */
    public static AwsService kinesis(Map<String, String> environment, Duration timeout) {
        return new AwsService("kinesis", "Kinesis_20131202", "1.1", environment, timeout);
    }

    private static String region(Map<String, String> environment) {
        String region = environment.get("AWS_REGION");
        if (region == null) {
            throw new IllegalArgumentException("Cannot start ingest: environment variable AWS_REGION is not set");
        }
        return region;
    }

    static URI endpoint(String service, String region, Map<String, String> environment) {
        String given = environment.get("AWS_ENDPOINT_URL");
        String suffix = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
        return URI.create(given == null ? "https://" + service + "." + region + suffix : given);
    }

    /**
     * Makes one call, once.
     *
     * @param request the JSON that the operation takes
     * @return the JSON that it gives
     * @throws AwsException when it gives none; the operation may have had its effect unless it was refused
     */
    public byte[] call(String operation, byte[] request) throws AwsException {
        ContentStreamProvider body = () -> new ByteArrayInputStream(request);
        SdkHttpRequest plain = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath("/")
                .putHeader("Content-Type", contentType)
                .putHeader("X-Amz-Target", targetPrefix + "." + operation)
                .build();
        try {
            SignedRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                    .request(plain)
                    .payload(body)
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, name)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
            HttpURLConnection connection = connect(signed.request(), request.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(request);
            }
            int status = connection.getResponseCode();
            if (status / 100 == 2) {
                return read(connection.getInputStream());
            }
            throw refused(operation, status, read(connection.getErrorStream()));
        } catch (IOException | SdkException e) {
            throw AwsException.failed(operation, e);
        }
    }

    /** Announcing the length keeps Java from sending a request again by itself when a kept connection fails. */
    private HttpURLConnection connect(SdkHttpRequest request, int bytes) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) request.getUri().toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        connection.setReadTimeout((int) readTimeout.toMillis());
        connection.setFixedLengthStreamingMode(bytes);
        request.forEachHeader((header, values) -> {
            if (!header.equalsIgnoreCase("Host")) { // which the connection writes itself, and the same
                connection.setRequestProperty(header, String.join(",", values));
            }
        });
        return connection;
    }

    /** The whole of an answer, so that its connection can be used again. */
    private static byte[] read(@Nullable InputStream answer) throws IOException {
        if (answer == null) {
            return new byte[0];
        }
        try (answer) {
            return answer.readAllBytes();
        }
    }

    /** What went wrong, by the answer's {@code __type}, which may have a namespace before it. */
    private static AwsException refused(String operation, int status, byte[] answer) {
        String type = "";
        String message = "";
        try (JsonParser json = JSON.createParser(answer)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String member = json.currentName();
                json.nextToken();
                if (member.equals("__type")) {
                    type = json.getValueAsString("");
                } else if (member.equalsIgnoreCase("message")) {
                    message = json.getValueAsString("");
                }
                json.skipChildren();
            }
        } catch (IOException e) {
            message = "without JSON: " + e.getClass().getSimpleName(); // a proxy's page; the status says enough
        }
        return AwsException.refused(operation, status, type.substring(type.indexOf('#') + 1), message);
    }
}
