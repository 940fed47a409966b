package io.github.wis2chain.app.cli.standards;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A schema that documents what commands print.
final class OurSchema {

    private final Schema schema;

    /// @param name of a file in `docs/schemas`
    OurSchema(String name) throws IOException {
        schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(Path.of("..", "docs", "schemas", name)),
                                InputFormat.JSON);
    }

    /// Every line must be what the schema describes.
    void describes(String lines) {
        assertThat(lines.lines()).isNotEmpty();
        lines.lines()
                .forEach(line ->
                        assertThat(
                                        schema.validate(
                                                line,
                                                InputFormat.JSON,
                                                context ->
                                                        context.executionConfig(config ->
                                                                config.formatAssertionsEnabled(
                                                                        true))))
                                .as(line)
                                .isEmpty());
    }
}
