package io.github.wis2chain.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// The sample material of this program: a profile of an Argo float in BUFR, the event about it, and
/// the discovery record of its dataset.
final class Samples {

    /// The CloudEvent about the sample profile; `{base}` in it stands for the data server.
    static final String EVENT = "argo-event.json";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /// The discovery record of the sample's dataset.
    static final String RECORD = "argo-record.json";

    private Samples() {}

    /// The sample of that name, if there is one.
    static Optional<byte[]> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Samples.class.getResourceAsStream("/sample/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The sample event, about a file on this data server.
    static String event(String base) {
        return new String(find(EVENT).orElseThrow(), StandardCharsets.UTF_8)
                .replace("{base}", base);
    }
}
