package io.github.wis2chain.standards.cloudevents;

import static io.github.wis2chain.standards.cloudevents.EventFixture.anEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.wis2chain.standards.json.JsonWriter;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whatever comes, in whichever mode, is read or refused, and soon.
class HostileEventTest {

    private static final CloudEventReader READER = CloudEventReader.standard();

    @Property(tries = 1000)
    void any_headers_and_body_never_throw(
            @ForAll @Size(max = 5) Map<String, String> headers,
            @ForAll String value,
            @ForAll @Size(max = 60) byte[] body) {
        judged(READER.readHttp(headers, body));
        judged(
                READER.readHttp(
                        Map.of(
                                "ce-specversion",
                                "1.0",
                                "ce-" + value,
                                value,
                                "content-type",
                                value),
                        body));
    }

    @Property(tries = 1000)
    void a_header_value_survives_its_encoding(@ForAll String text) {
        var encoded = new StringBuilder();
        // Half a surrogate pair has no UTF-8, and no header can hold it.
        String sendable = text.replaceAll("\\p{Cs}", "?");
        for (byte octet : sendable.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(octet & 0xff));
        }

        assertThat(HeaderValue.decoded(encoded.toString())).isEqualTo(sendable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "%", "%4", "/", ":", "a:", "//", "[", "é", " ", "-", "+", "0", "="})
    void half_a_million_characters_are_judged_in_seconds(String unit) {
        String text = unit.repeat(500_000 / unit.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    for (String name :
                            List.of(
                                    "id",
                                    "source",
                                    "type",
                                    "time",
                                    "dataschema",
                                    "datacontenttype",
                                    "specversion",
                                    "data_base64")) {
                        judged(READER.readStructured(anEvent().with(name, text).asBytes()));
                        judged(
                                READER.readHttp(
                                        Map.of("Ce-SpecVersion", "1.0", "ce-" + name, text),
                                        new byte[] {1}));
                    }
                    judged(READER.readHttp(Map.of("content-type", text), new byte[0]));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "X-", "id", ""})
    void ten_thousand_attributes_are_told_as_a_few(String prefix) {
        ObjectNode event = JsonWriter.object();
        List<UserProperty> properties = new ArrayList<>();
        properties.add(new UserProperty("specversion", "1.0"));
        for (int i = 0; i < 9_000; i++) {
            event.put(prefix + i, "\u0000");
            properties.add(new UserProperty(prefix + (i % 100), "\u0000"));
        }

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    judged(READER.readStructured(JsonWriter.compact(event)));
                    judged(READER.readMqtt(Optional.empty(), properties, new byte[0]));
                });
    }

    private static void judged(EventRead read) {
        assertThat(read.report().findings())
                .hasSizeLessThan(1000)
                .allSatisfy(finding -> assertThat(finding.message().length()).isBetween(1, 800));
        assertThat(read.event().isPresent()).isEqualTo(read.report().conforms());
    }
}
