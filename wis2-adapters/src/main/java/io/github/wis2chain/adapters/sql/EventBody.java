package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Origin and payload of an event as they are stored together.
record EventBody(Origin origin, Payload payload) {

    private static final int VERSION = 1;

    byte[] packed(Press press) {
        var out = new PackedOutput();
        out.number(VERSION).text(origin.transport()).text(origin.place());
        out.each(
                List.copyOf(new TreeMap<>(origin.properties()).entrySet()),
                property -> out.text(property.getKey()).text(property.getValue()));
        return press.press(out.bytes(payload.bytes()).toBytes());
    }

    static EventBody unpacked(Press press, byte[] packed) {
        var in = new PackedInput(press.unpress(packed));
        Versions.check("event", in.number(), VERSION);
        String transport = in.text();
        String place = in.text();
        Map<String, String> properties = new HashMap<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            String name = in.text();
            properties.put(name, in.text());
        }
        return new EventBody(new Origin(transport, place, properties), Payload.of(in.bytes()));
    }
}
