package io.github.wis2chain.standards.json;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.Map;

/// Equality of JSON values: numbers by their value, objects without regard to the order of their members.
///
/// The nodes' own equality tells `25620` held as int from `25620` held as long.
final class JsonEquality {

    private JsonEquality() {}

    static boolean equal(JsonNode one, JsonNode other) {
        if (one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
            return false;
        }
        return switch (one.getNodeType()) {
            case NUMBER -> equalNumbers(one, other);
            case ARRAY -> equalItems(one, other);
            case OBJECT -> equalMembers(one, other);
            case STRING, BOOLEAN, NULL, BINARY, POJO, MISSING -> one.equals(other);
        };
    }

    static int hash(JsonNode node) {
        return switch (node.getNodeType()) {
            // A double is close enough to spread numbers, and equal for equal values.
            case NUMBER -> Double.hashCode(nearestDouble(node) + 0.0);
            case ARRAY -> {
                int hash = 1;
                for (JsonNode item : node.values()) {
                    hash = 31 * hash + hash(item);
                }
                yield hash;
            }
            case OBJECT -> {
                int hash = 0;
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    hash += member.getKey().hashCode() ^ hash(member.getValue());
                }
                yield hash;
            }
            case STRING, BOOLEAN, NULL, BINARY, POJO, MISSING -> node.hashCode();
        };
    }

    private static boolean equalNumbers(JsonNode one, JsonNode other) {
        if (isFinite(one) && isFinite(other)) {
            BigDecimal value = one.decimalValue();
            return value.compareTo(other.decimalValue()) == 0;
        }
        // What is not finite is a double, and equals no other number than itself.
        return one.isDouble()
                && other.isDouble()
                && Double.compare(one.doubleValue(), other.doubleValue()) == 0;
    }

    /// The double next to a number, infinite beyond their range, where the tree itself would throw.
    private static double nearestDouble(JsonNode number) {
        if (number.isBigDecimal()) {
            return number.decimalValue().doubleValue();
        }
        return number.isBigInteger()
                ? number.bigIntegerValue().doubleValue()
                : number.doubleValue();
    }

    private static boolean isFinite(JsonNode number) {
        return !number.isDouble() || Double.isFinite(number.doubleValue());
    }

    private static boolean equalItems(JsonNode one, JsonNode other) {
        for (int i = 0; i < one.size(); i++) {
            if (!equal(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMembers(JsonNode one, JsonNode other) {
        for (Map.Entry<String, JsonNode> member : one.properties()) {
            JsonNode counterpart = other.get(member.getKey());
            if (counterpart == null || !equal(member.getValue(), counterpart)) {
                return false;
            }
        }
        return true;
    }
}
