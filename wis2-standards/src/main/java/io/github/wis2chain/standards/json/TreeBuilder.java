package io.github.wis2chain.standards.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.Locale;

/// Builds the tree of one text from its tokens, watching the limits on the way.
final class TreeBuilder {

    /// Beyond this no measurement is meant, and arithmetic on the number would be a trap.
    private static final int MAX_EXPONENT = 999;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final JsonLimits limits;
    private final boolean lenient;
    private int values;

    TreeBuilder(JsonParser parser, JsonLimits limits, boolean lenient) {
        this.parser = parser;
        this.limits = limits;
        this.lenient = lenient;
    }

    JsonNode build() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw refusal(JsonFault.EMPTY, "the text is empty; one JSON value is required");
        }
        JsonNode root = value(first, 1);
        if (parser.nextToken() != null) {
            throw refusal(
                    JsonFault.TRAILING_TEXT,
                    "text follows the end of the value; one value is required");
        }
        return root;
    }

    private JsonNode value(JsonToken token, int depth) {
        values++;
        int most = limits.structure().maxValues();
        if (values > most) {
            throw refusal(
                    JsonFault.TOO_MANY_VALUES,
                    String.format(
                            Locale.ROOT,
                            "the text has more than %d values; at most %d are allowed",
                            most,
                            most));
        }
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> NODES.stringNode(string(parser.getString()));
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("token [%s] begins no value".formatted(token));
        };
    }

    private ObjectNode object(int depth) {
        checkDepth(depth);
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = name(parser.currentName());
            if (!lenient && object.get(name) != null) {
                throw refusal(
                        JsonFault.DUPLICATE_MEMBER,
                        "the member %s occurs twice; a name may occur once in an object"
                                .formatted(quoted(name)));
            }
            object.set(name, value(parser.nextToken(), depth + 1));
        }
        return object;
    }

    private ArrayNode array(int depth) {
        checkDepth(depth);
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            array.add(value(token, depth + 1));
        }
        return array;
    }

    private void checkDepth(int depth) {
        if (depth > limits.maxDepth()) {
            throw refusal(
                    JsonFault.TOO_DEEP,
                    String.format(
                            Locale.ROOT,
                            "the text has more than %d objects and arrays inside each other; at"
                                    + " most %d are allowed",
                            limits.maxDepth(),
                            limits.maxDepth()));
        }
    }

    private String name(String text) {
        int most = limits.structure().maxNameLength();
        if (text.length() > most) {
            throw refusal(
                    JsonFault.STRING_TOO_LONG,
                    String.format(
                            Locale.ROOT,
                            "a member name has %d characters; at most %d are allowed",
                            text.length(),
                            most));
        }
        return string(text);
    }

    private String string(String text) {
        if (text.length() > limits.maxStringLength()) {
            throw refusal(
                    JsonFault.STRING_TOO_LONG,
                    String.format(
                            Locale.ROOT,
                            "a string has %d characters; at most %d are allowed",
                            text.length(),
                            limits.maxStringLength()));
        }
        if (!lenient && hasLoneSurrogate(text)) {
            throw refusal(
                    JsonFault.LONE_SURROGATE,
                    "a string holds half of a surrogate pair; both halves are required");
        }
        return text;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean pair =
                        Character.isHighSurrogate(unit)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private JsonNode integer() {
        checkNumberLength();
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode fraction() {
        if (parser.isNaN()) {
            return nonNumber();
        }
        String text = parser.getString();
        if (lenient) {
            // Python bounds the length of integers only.
            return DoubleNode.valueOf(Double.parseDouble(text));
        }
        checkNumberLength();
        checkExponent(text);
        return DecimalNode.valueOf(new BigDecimal(text));
    }

    /// NaN and the infinities; the other spellings that Jackson knows are not Python's.
    private JsonNode nonNumber() {
        String text = parser.getString();
        return switch (text) {
            case "NaN" -> DoubleNode.valueOf(Double.NaN);
            case "Infinity" -> DoubleNode.valueOf(Double.POSITIVE_INFINITY);
            case "-Infinity" -> DoubleNode.valueOf(Double.NEGATIVE_INFINITY);
            default ->
                    throw refusal(JsonFault.SYNTAX, "%s is no JSON value".formatted(quoted(text)));
        };
    }

    private void checkNumberLength() {
        int length = parser.getStringLength();
        // Python counts digits, so that a sign is free.
        boolean free = lenient && length == limits.maxNumberLength() + 1 && isNegative();
        if (length > limits.maxNumberLength() && !free) {
            throw refusal(
                    JsonFault.NUMBER_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "a number has %d characters; at most %d are allowed",
                            length,
                            limits.maxNumberLength()));
        }
    }

    private boolean isNegative() {
        return parser.getString().startsWith("-");
    }

    private void checkExponent(String number) {
        int e = number.toLowerCase(Locale.ROOT).indexOf('e');
        if (e < 0) {
            return;
        }
        int exponent = 0;
        for (int i = e + 1; i < number.length(); i++) {
            int digit = number.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                exponent = exponent * 10 + digit;
                if (exponent > MAX_EXPONENT) {
                    throw refusal(
                            JsonFault.NUMBER_TOO_LARGE,
                            String.format(
                                    Locale.ROOT,
                                    "the number %s has an exponent beyond %d; that is the most"
                                            + " allowed",
                                    number,
                                    MAX_EXPONENT));
                }
            }
        }
    }

    private JsonRefusal refusal(JsonFault fault, String sentence) {
        return new JsonRefusal(fault, parser.currentTokenLocation().getCharOffset(), sentence);
    }

    private static String quoted(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
    }
}
