package io.millrace.infra.environment;

/** The web ACL's rate rule: requests that one IP address may make in five minutes. */
public record Firewall(int requestsPerFiveMinutes) {
    public Firewall {
        Check.range("firewall.requestsPerFiveMinutes", requestsPerFiveMinutes, 10, 2_000_000_000);
    }
}
