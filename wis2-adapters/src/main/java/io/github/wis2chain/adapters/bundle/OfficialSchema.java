package io.github.wis2chain.adapters.bundle;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.databind.DatabindException;

import java.util.List;

/// A schema as its authors publish it. For any number of threads.
public final class OfficialSchema {

    private static final int LONGEST_MESSAGE = 300;

    private final Schema schema;

    private OfficialSchema(Schema schema) {
        this.schema = schema;
    }

    /// Reads a schema. References that lead out of it are followed nowhere: it must stand alone.
    ///
    /// @throws BundleFault if it is no schema, or one that takes everything
    public static OfficialSchema of(String name, byte[] bytes) throws BundleFault {
        JsonTree document =
                JsonReader.standard()
                        .read(bytes)
                        .document()
                        .filter(root -> root.text("$schema").isPresent())
                        .orElseThrow(
                                () -> BundleFault.wrong("%s is no JSON Schema".formatted(name)));
        try {
            Schema schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(document.node());
            schema.initializeValidators();
            if (schema.validate(JsonWriter.object()).isEmpty()) {
                throw BundleFault.wrong(
                        "%s demands nothing of a document, so it is not the schema that is meant"
                                .formatted(name));
            }
            return new OfficialSchema(schema);
        } catch (SchemaException unusable) {
            throw BundleFault.wrong(
                    "%s cannot be used as a schema: %s".formatted(name, unusable.getMessage()),
                    unusable);
        }
    }

    /// What the schema objects to in a document; one finding that is SKIPPED if its numbers are beyond what the validator
    /// counts.
    ///
    /// @param requirement that the document must be valid
    /// @param formats whether `format` is asserted, which the official tools leave out
    public List<Finding> judge(JsonTree document, Requirement requirement, boolean formats) {
        try {
            return schema
                    .validate(
                            document.node(),
                            context ->
                                    context.executionConfig(
                                            config -> config.formatAssertionsEnabled(formats)))
                    .stream()
                    .map(error -> finding(error, requirement))
                    .toList();
        } catch (DatabindException uncounted) {
            return List.of(
                    Finding.skipped(
                            requirement,
                            "",
                            "the official schema could not be applied: "
                                    + shortened(uncounted.getOriginalMessage())));
        }
    }

    private static Finding finding(Error error, Requirement requirement) {
        return Finding.failed(
                requirement,
                String.valueOf(error.getInstanceLocation()),
                "the official schema says: " + shortened(String.valueOf(error.getMessage())));
    }

    private static String shortened(String message) {
        return message.length() > LONGEST_MESSAGE
                ? message.substring(0, LONGEST_MESSAGE) + "…"
                : message;
    }
}
