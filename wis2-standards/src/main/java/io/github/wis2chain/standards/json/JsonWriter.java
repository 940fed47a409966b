package io.github.wis2chain.standards.json;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.Map;

/// Writes JSON compactly: no blanks, members in their order, numbers as they are, characters unescaped where allowed.
///
/// The same tree always gives the same bytes.
public final class JsonWriter {

    // The generator alone, without an object mapper: short commands feel the difference in their
    // start.
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private JsonWriter() {}

    /// A new object to be filled.
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The UTF-8 bytes of a value.
    public static byte[] compact(JsonNode value) {
        var bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator generator =
                FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            write(value, generator);
        }
        return bytes.toByteArray();
    }

    /// The text of a value.
    public static String text(JsonNode value) {
        var text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, generator);
        }
        return text.toString();
    }

    private static void write(JsonNode value, JsonGenerator to) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                to.writeStartObject();
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    to.writeName(member.getKey());
                    write(member.getValue(), to);
                }
                to.writeEndObject();
            }
            case ARRAY -> {
                to.writeStartArray();
                for (JsonNode item : value.values()) {
                    write(item, to);
                }
                to.writeEndArray();
            }
            case STRING -> to.writeString(value.stringValue());
            case NUMBER -> writeNumber(value, to);
            case BOOLEAN -> to.writeBoolean(value.booleanValue());
            case NULL -> to.writeNull();
            case BINARY, POJO, MISSING ->
                    throw new IllegalArgumentException(
                            "a node of type [%s] is no JSON value".formatted(value.getNodeType()));
        }
    }

    private static void writeNumber(JsonNode number, JsonGenerator to) {
        if (number.isBigDecimal()) {
            to.writeNumber(number.decimalValue());
        } else if (number.isBigInteger()) {
            to.writeNumber(number.bigIntegerValue());
        } else if (number.isIntegralNumber()) {
            to.writeNumber(number.longValue());
        } else {
            to.writeNumber(number.doubleValue());
        }
    }
}
