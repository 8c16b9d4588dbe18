package io.millrace.local.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks MiniStack what it holds, in one plain request: an SDK would cost more time than the whole rest of a quick start. */
final class EmulatedAccount {

    private static final Pattern MEMBER = Pattern.compile("<member>(.*?)</member>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("<StackName>([^<]+)</StackName>");
    private static final Pattern WHOLE =
            Pattern.compile("<StackStatus>(CREATE_COMPLETE|UPDATE_COMPLETE|IMPORT_COMPLETE)</StackStatus>");

    private final URI emulator;
    private final String region;

    EmulatedAccount(URI emulator, String region) {
        this.emulator = emulator;
        this.region = region;
    }

    /** Names of the stacks whose last deployment came to a good end. */
    Set<String> deployedStacks() {
        Set<String> names = new HashSet<>();
        Matcher members = MEMBER.matcher(post("cloudformation", Map.of(), "Action=DescribeStacks&Version=2010-05-15"));
        while (members.find()) {
            Matcher name = NAME.matcher(members.group(1));
            if (name.find() && WHOLE.matcher(members.group(1)).find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    /** One request of an API that speaks JSON, and its answer. */
    String ask(String service, String operation, String json) {
        return post(service, Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", operation), json);
    }

    private String post(String service, Map<String, String> headers, String content) {
        try {
            HttpURLConnection connection = (HttpURLConnection) emulator.toURL().openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(20_000);
            headers.forEach(connection::setRequestProperty);
            // The scope tells MiniStack the service and the region; it checks no signature.
            connection.setRequestProperty(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=" + AwsEnvironment.ACCESS_KEY + "/20260101/" + region + "/" + service
                            + "/aws4_request, SignedHeaders=host, Signature=0");
            try (OutputStream body = connection.getOutputStream()) {
                body.write(content.getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream answer = connection.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new PlatformException(
                    "Cannot ask " + service + " of MiniStack at " + emulator + ": " + e.getMessage(), e);
        }
    }
}
