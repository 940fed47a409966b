package io.github.wis2chain.standards.stac;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.cloudevents.CloudEventReader;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.cloudevents.EventRead;
import io.github.wis2chain.standards.cloudevents.UserProperty;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.TestDocument;
import io.github.wis2chain.standards.topics.CentreId;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whatever is changed in a valid document, the answer is a report and never an exception.
class EventMutationTest {

    private static final CloudEventReader READER = CloudEventReader.standard();

    @Property(tries = 2000)
    void a_changed_byte_never_throws(
            @ForAll @IntRange(max = 100_000) int place, @ForAll byte replacement) {
        byte[] bytes = EventFixture.anEvent().asBytes();
        bytes[place % bytes.length] = replacement;

        judge(READER.readStructured(bytes));
    }

    @Property(tries = 3000)
    void a_changed_value_never_throws(
            @ForAll @IntRange(max = 100_000) int place, @ForAll("values") String value) {
        ObjectNode event = EventFixture.anEvent().asJson().copyOfObject();
        List<Runnable> changes = new ArrayList<>();
        collectChanges(event, TestDocument.json(value).node(), changes);
        changes.get(place % changes.size()).run();

        judge(READER.read(JsonTree.of(event)));
    }

    @Property(tries = 1000)
    void any_user_property_never_throws(
            @ForAll String name, @ForAll String value, @ForAll @Size(max = 40) byte[] payload) {
        List<UserProperty> properties =
                List.of(
                        new UserProperty("specversion", "1.0"),
                        new UserProperty("id", "x"),
                        new UserProperty(name, value));

        judge(READER.readMqtt(Optional.of(value), properties, payload));
        judge(READER.readBinary(Optional.of("application/json"), properties, payload));
    }

    @Property(tries = 2000)
    void any_text_is_judged_as_a_topic(
            @ForAll @StringLength(max = 300) String text, @ForAll @IntRange(max = 8) int level) {
        String[] levels =
                "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/sea-ice"
                        .split("/");
        levels[level] = text;
        String topic = String.join("/", levels);

        assertThat(TopicHierarchy.standard().validatePublication(topic).findings()).isNotNull();
        assertThat(TopicHierarchy.standard().validateSubscription(topic).findings()).isNotNull();
        assertThat(TopicHierarchy.standard().children(topic)).isNotNull();
        assertThat(CentreId.isWellFormed(text)).isEqualTo(text.matches("[a-z]{2,}(-[a-z0-9]+)+"));
    }

    @Property(tries = 2000)
    void any_text_is_read_as_a_multihash(@ForAll("hexadecimal") String text) {
        switch (Multihash.read(text)) {
            case MultihashRead.Sound(Multihash multihash) ->
                    assertThat(multihash.toHex()).isEqualTo(text);
            case MultihashRead.Malformed(String reason) -> assertThat(reason).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> hexadecimal() {
        return Arbitraries.strings().withChars("0123456789abcdefF").ofMaxLength(80);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "\"\"",
                "\"text\"",
                "\"2026-03-14T06:12:00\"",
                "0",
                "-1",
                "1e999",
                "1e-999",
                "123456789012345678901234567890",
                "0.1",
                "[]",
                "[[]]",
                "[[[]]]",
                "[1]",
                "[1,2]",
                "[null,2]",
                "[1000,2000]",
                "{}",
                "{\"type\":\"Point\"}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0]]]}",
                "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[{}]}");
    }

    /// Reads on from the event as the chain does, and asks everything of the result.
    private static void judge(EventRead read) {
        assertThat(read.report().conforms()).isEqualTo(read.event().isPresent());
        read.event()
                .flatMap(event -> event.json())
                .map(StacItemReader::read)
                .ifPresent(item -> {
                    assertThat(item.report().conforms()).isEqualTo(item.item().isPresent());
                    item.item()
                            .map(found -> NotificationGeometry.of(found.geometry()))
                            .ifPresent(geometry -> assertThat(geometry).isNotNull());
                });
    }

    private static void collectChanges(JsonNode at, JsonNode value, List<Runnable> changes) {
        switch (at) {
            case ObjectNode object ->
                    object.properties()
                            .forEach(member -> {
                                changes.add(() -> object.set(member.getKey(), value));
                                changes.add(() -> object.remove(member.getKey()));
                                collectChanges(member.getValue(), value, changes);
                            });
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    int index = i;
                    changes.add(() -> array.set(index, value));
                    changes.add(() -> array.remove(index));
                    collectChanges(array.get(i), value, changes);
                }
                changes.add(() -> array.add(value));
            }
            default -> {}
        }
    }
}
