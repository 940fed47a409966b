package io.github.wis2chain.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The sample configuration that comes with the program: a node with two datasets.
public final class Sample {

    private static final String RESOURCE = "/io/github/wis2chain/app/wis2.sample.yaml";

    private Sample() {}

    /// The text of the file.
    public static String text() {
        try (var stream = Sample.class.getResourceAsStream(RESOURCE)) {
            return new String(
                    Objects.requireNonNull(stream, RESOURCE).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
