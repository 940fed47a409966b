package io.github.wis2chain.standards.cloudevents;

import static io.github.wis2chain.standards.stac.ItemFixture.anItem;

import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.JsonWriter;
import io.github.wis2chain.standards.stac.ItemFixture;

import tools.jackson.databind.node.ObjectNode;

/// A file event that is valid until one thing about it is changed: the creation of an Argo profile,
/// announced as a STAC item in a CloudEvent. The float, the file and the places are made up.
public final class EventFixture {

    private final ObjectNode event;

    private EventFixture(ObjectNode event) {
        this.event = event;
    }

    /// The valid event.
    public static EventFixture anEvent() {
        ObjectNode event = JsonWriter.object();
        event.put("id", "profile-6999001-014");
        event.put("source", "/chain/argo/decoder-2");
        event.put("specversion", "1.0");
        event.put("type", "org.example.file.created");
        event.put("subject", "diffusion/files/example/argo/bufr");
        event.put("time", "2026-03-14T09:26:53Z");
        event.put("datacontenttype", "application/json");
        event.put(
                "dataschema",
                "https://schemas.stacspec.org/v1.1.0/item-spec/json-schema/item.json");
        return new EventFixture(event).withItem(anItem());
    }

    /// The same event with a text as that attribute.
    public EventFixture with(String name, String value) {
        ObjectNode changed = event.deepCopy();
        changed.put(name, value);
        return new EventFixture(changed);
    }

    /// The same event with any JSON value as that member.
    public EventFixture withJson(String name, JsonTree value) {
        ObjectNode changed = event.deepCopy();
        changed.set(name, value.node());
        return new EventFixture(changed);
    }

    /// The same event without that member.
    public EventFixture without(String name) {
        ObjectNode changed = event.deepCopy();
        changed.remove(name);
        return new EventFixture(changed);
    }

    /// The same event about another item.
    public EventFixture withItem(ItemFixture item) {
        return withJson("data", item.asJson());
    }

    public JsonTree asJson() {
        return JsonTree.of(event.deepCopy());
    }

    public byte[] asBytes() {
        return JsonWriter.compact(event);
    }
}
