package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Reads what notifications are built from.
final class Inputs {

    private Inputs() {}

    /// A whole document.
    ///
    /// @throws IOException if it cannot be read or is too long
    static byte[] bytes(Documents.Opening input) throws IOException {
        try (InputStream in = input.open()) {
            byte[] bytes = in.readNBytes(Documents.LARGEST + 1);
            if (bytes.length > Documents.LARGEST) {
                throw new IOException("more than %d bytes".formatted(Documents.LARGEST));
            }
            return bytes;
        }
    }

    /// Bytes as JSON.
    ///
    /// @param requirement that a document must be JSON to be judged by
    static JsonTree json(byte[] bytes, Requirement requirement) throws CannotBuild {
        return switch (JsonReader.standard().read(bytes)) {
            case JsonRead.Document document -> document.root();
            case JsonRead.Refused refused ->
                    throw new CannotBuild(
                            List.of(
                                    Finding.failed(
                                            requirement,
                                            "",
                                            Sentences.withoutStop(refused.message()))));
        };
    }
}
