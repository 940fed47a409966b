package io.github.wis2chain.console.api;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// The JSON of the API: members in snake case and in the order of the record, an absent value as
/// `null`, times as RFC 3339 in UTC.
final class Json {

    static final String TYPE = "application/json";
    static final String PROBLEM_TYPE = "application/problem+json";

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(50)
                                                    .maxNumberLength(100)
                                                    .maxStringLength(1 << 20)
                                                    .build())
                                    .build())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build();

    private Json() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// The members of several records as one object.
    static ObjectNode flat(Object... records) {
        ObjectNode whole = MAPPER.createObjectNode();
        for (Object each : records) {
            ObjectNode part = MAPPER.valueToTree(each);
            whole.setAll(part);
        }
        return whole;
    }

    /// A document of ours that is shown as it is, byte for byte: numbers and order untouched.
    static RawValue asIs(String document) {
        return new RawValue(document);
    }

    /// Reads an object.
    ///
    /// @throws Problem `MALFORMED_JSON`
    static ObjectNode object(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JacksonException malformed) {
            throw new Problem(
                    ProblemCode.MALFORMED_JSON,
                    "The body is not JSON: %s.".formatted(malformed.getOriginalMessage()));
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Problem(ProblemCode.MALFORMED_JSON, "The body must be a JSON object.");
    }
}
