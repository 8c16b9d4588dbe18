package io.millrace.ledger;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's attribute values, made and read. */
final class Attributes {
    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue set(Set<String> values) {
        return AttributeValue.builder().ss(values).build();
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return present(item, name).s();
    }

    static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(present(item, name).n());
    }

    /** A set, empty where the attribute is absent: DynamoDB has no empty sets. */
    static Set<String> set(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? Set.of() : Set.copyOf(value.ss());
    }

    static AttributeValue present(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("Cannot read ledger item " + item + ": no attribute " + name);
        }
        return value;
    }

    private Attributes() {}
}
