package io.millrace.local.host.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Resolves the intrinsic functions that CDK writes into names and ARNs: {@code Ref} and {@code Fn::GetAtt Arn} of a
 * function in the same template, the pseudo parameters, and {@code Fn::Join} of those.
 *
 * @param functionNames physical names by logical id
 */
record Intrinsics(String region, String account, Map<String, String> functionNames) {

    /** @throws IllegalArgumentException if the value depends on something that only a deployment knows */
    String resolve(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        if (value.has("Ref")) {
            return reference(value.get("Ref").asText(), value);
        }
        if (value.has("Fn::Join")) {
            return join(value.get("Fn::Join"));
        }
        JsonNode attribute = value.path("Fn::GetAtt");
        if ("Arn".equals(attribute.path(1).asText())
                && functionNames.containsKey(attribute.path(0).asText())) {
            return "arn:aws:lambda:" + region + ":" + account + ":function:"
                    + functionNames.get(attribute.path(0).asText());
        }
        throw unresolvable(value);
    }

    private String reference(String target, JsonNode value) {
        return switch (target) {
            case "AWS::Region" -> region;
            case "AWS::AccountId" -> account;
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> {
                String name = functionNames.get(target);
                if (name == null) {
                    throw unresolvable(value);
                }
                yield name;
            }
        };
    }

    private String join(JsonNode arguments) {
        StringJoiner joined = new StringJoiner(arguments.path(0).asText());
        arguments.path(1).forEach(part -> joined.add(resolve(part)));
        return joined.toString();
    }

    private static IllegalArgumentException unresolvable(JsonNode value) {
        return new IllegalArgumentException("Cannot resolve " + value + " without a deployment: use an explicit name");
    }
}
