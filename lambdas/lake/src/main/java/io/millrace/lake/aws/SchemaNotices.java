package io.millrace.lake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.evolution.DeployedContracts;
import java.time.Instant;
import java.util.List;

/** Tells of contracts that were deployed, and of those that were refused. */
final class SchemaNotices {
    private final String environment;
    private final NoticeTopic topic;

    SchemaNotices(String environment, NoticeTopic topic) {
        this.environment = environment;
        this.topic = topic;
    }

    /** {@code {kind: schema_changed, environment, at, deployment, changes}}. */
    void changed(DeployedContracts deployed) {
        ObjectNode notice = notice("schema_changed", deployed.at(), deployed.changes());
        notice.put("deployment", deployed.number());
        topic.publish("Millrace " + environment + ": contracts changed, deployment " + deployed.number(), notice);
    }

    /** {@code {kind: schema_refused, environment, at, reasons, changes}}. */
    void refused(Instant at, List<String> reasons, JsonNode changes) {
        ObjectNode notice = notice("schema_refused", at, changes);
        reasons.forEach(notice.putArray("reasons")::add);
        topic.publish("Millrace " + environment + ": contracts refused", notice);
    }

    private ObjectNode notice(String kind, Instant at, JsonNode changes) {
        ObjectNode notice = JsonNodeFactory.instance.objectNode();
        notice.put("kind", kind);
        notice.put("environment", environment);
        notice.put("at", at.toString());
        notice.set("changes", changes);
        return notice;
    }
}
