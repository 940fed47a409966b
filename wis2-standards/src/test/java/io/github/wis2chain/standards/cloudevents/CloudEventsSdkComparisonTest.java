package io.github.wis2chain.standards.cloudevents;

import static io.github.wis2chain.standards.cloudevents.EventFixture.anEvent;
import static io.github.wis2chain.standards.json.TestDocument.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.jackson.JsonFormat;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the SDK of CloudEvents for Java (4.0.1) makes of the same bytes.
class CloudEventsSdkComparisonTest {

    private static final JsonFormat SDK = new JsonFormat();

    @Test
    void both_read_the_same_attributes() {
        byte[] bytes = anEvent().with("extra", "x").asBytes();
        CloudEvent ours = CloudEventReader.standard().readStructured(bytes).event().orElseThrow();
        io.cloudevents.CloudEvent theirs = SDK.deserialize(bytes);

        assertThat(ours.id()).isEqualTo(theirs.getId());
        assertThat(URI.create(ours.source())).isEqualTo(theirs.getSource());
        assertThat(ours.type()).isEqualTo(theirs.getType());
        assertThat(ours.specversion()).isEqualTo(theirs.getSpecVersion().toString());
        assertThat(ours.subject()).contains(theirs.getSubject());
        assertThat(ours.time())
                .isEqualTo(Optional.ofNullable(theirs.getTime()).map(OffsetDateTime::toInstant));
        assertThat(ours.datacontenttype()).contains(theirs.getDataContentType());
        assertThat(ours.dataschema().map(URI::create)).contains(theirs.getDataSchema());
        assertThat(ours.extensions()).containsOnlyKeys(theirs.getExtensionNames());
        assertThat(ours.json().orElseThrow())
                .isEqualTo(
                        json(
                                new String(
                                        Objects.requireNonNull(theirs.getData()).toBytes(),
                                        UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("refusedByBoth")
    void what_the_sdk_refuses_is_refused_here(EventFixture event) {
        byte[] bytes = event.asBytes();

        assertThat(sdkAccepts(bytes)).isFalse();
        assertThat(CloudEventReader.standard().readStructured(bytes).event()).isEmpty();
    }

    static Stream<Named<EventFixture>> refusedByBoth() {
        return Stream.of(
                Named.of("no id", anEvent().without("id")),
                Named.of("no source", anEvent().without("source")),
                Named.of("no type", anEvent().without("type")),
                Named.of("no specversion", anEvent().without("specversion")),
                Named.of("unknown specversion", anEvent().with("specversion", "2.0")),
                Named.of("number as id", anEvent().withJson("id", json("1"))),
                Named.of("blank in source", anEvent().with("source", "a b")),
                Named.of("time without zone", anEvent().with("time", "2026-03-14T09:26:53")),
                Named.of("upper case in a name", anEvent().with("traceId", "x")),
                Named.of("no media type", anEvent().with("datacontenttype", "json")));
    }

    /// Where the SDK is more lenient than the text: the specification forbids each of these.
    @ParameterizedTest
    @MethodSource("refusedHereOnly")
    void what_the_text_forbids_is_refused_here_though_the_sdk_accepts_it(EventFixture event) {
        byte[] bytes = event.asBytes();

        assertThat(sdkAccepts(bytes)).isTrue();
        assertThat(CloudEventReader.standard().readStructured(bytes).event()).isEmpty();
    }

    static Stream<Named<EventFixture>> refusedHereOnly() {
        return Stream.of(
                Named.of("empty subject", anEvent().with("subject", "")),
                Named.of("relative dataschema", anEvent().with("dataschema", "a.json")),
                Named.of("control character", anEvent().with("subject", "a\u0007")),
                Named.of("object as extension", anEvent().withJson("extra", json("{}"))));
    }

    private static boolean sdkAccepts(byte[] bytes) {
        try {
            SDK.deserialize(bytes);
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }
}
