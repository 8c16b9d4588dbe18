package io.millrace.local.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Calls the emulator's services. It checks no signature but reads the service from the credential scope, so that is all
 * an Authorization header here carries.
 */
public final class Emulator implements Store, Topics {
    /** The emulator has one account. */
    private static final String ACCOUNT = "000000000000";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(10);

    private final URI endpoint;
    private final String region;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Emulator(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = region;
    }

    @Override
    public JsonNode call(String service, String target, JsonNode request) throws IOException, InterruptedException {
        HttpRequest.Builder post = request(service, "/", TIMEOUT)
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(BodyPublishers.ofString(request.toString()));
        return read(target, post);
    }

    @Override
    public void publish(String topic, String message) throws IOException, InterruptedException {
        String arn = "arn:aws:sns:" + region + ":" + ACCOUNT + ":" + topic;
        String form = "Action=Publish&Version=2010-03-31&TopicArn=" + URLEncoder.encode(arn, StandardCharsets.UTF_8)
                + "&Message=" + URLEncoder.encode(message, StandardCharsets.UTF_8);
        HttpRequest.Builder post = request("sns", "/", TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        HttpResponse<String> response = client.send(post.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() / 100 != 2) {
            throw new EmulatorException(
                    response.statusCode(), "SNSError", "Publish to " + topic + ": " + response.body());
        }
    }

    /** One GET of a REST protocol. */
    public JsonNode rest(String service, String path) throws IOException, InterruptedException {
        return read(path, request(service, path, TIMEOUT).GET());
    }

    @Override
    public void put(String bucket, String key, Path file, String contentType) throws IOException, InterruptedException {
        BodyPublisher body;
        try {
            body = BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new IOException("Cannot upload " + file + ": it is gone", e);
        }
        put(bucket, key, body, contentType);
    }

    @Override
    public void put(String bucket, String key, byte[] content) throws IOException, InterruptedException {
        put(bucket, key, BodyPublishers.ofByteArray(content), "application/octet-stream");
    }

    @Override
    public byte[] get(String bucket, String key) throws IOException, InterruptedException {
        return object("GET", bucket, key, object(bucket, key, TIMEOUT).GET());
    }

    @Override
    public void delete(String bucket, String key) throws IOException, InterruptedException {
        object("DELETE", bucket, key, object(bucket, key, TIMEOUT).DELETE());
    }

    private void put(String bucket, String key, BodyPublisher body, String contentType)
            throws IOException, InterruptedException {
        HttpRequest.Builder put = object(bucket, key, UPLOAD_TIMEOUT)
                .header("Content-Type", contentType)
                .header("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
                .PUT(body);
        object("PUT", bucket, key, put);
    }

    private byte[] object(String method, String bucket, String key, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new EmulatorException(
                    response.statusCode(),
                    "S3Error",
                    method + " s3://" + bucket + "/" + key + ": "
                            + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    private HttpRequest.Builder object(String bucket, String key, Duration timeout) {
        return request("s3", "/" + encode(bucket) + "/" + encode(key), timeout);
    }

    private JsonNode read(String call, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        JsonNode body = JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
        if (response.statusCode() / 100 != 2) {
            String type = body.path("__type").asText("UnknownError");
            String message = body.path("message").asText(body.path("Message").asText(call));
            throw new EmulatorException(response.statusCode(), type.substring(type.indexOf('#') + 1), message);
        }
        return body;
    }

    private HttpRequest.Builder request(String service, String path, Duration timeout) {
        return HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(timeout)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/" + region + "/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=0");
    }

    private static String encode(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
