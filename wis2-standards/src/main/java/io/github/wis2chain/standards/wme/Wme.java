package io.github.wis2chain.standards.wme;

import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.Set;

/// The WIS2 Monitoring Events standard, draft of 2026: its constants, and how its messages are read and judged.
///
/// Every method is pure and safe for any number of threads; no content of a message makes it throw.
public final class Wme {

    /// The base of all requirement identifiers.
    public static final String SPECIFICATION = "http://wis.wmo.int/spec/wme/1";

    /// The value that `data.conformsTo` holds.
    public static final String CONFORMANCE_CLASS =
            SPECIFICATION + "/conf/monitoring-event-message-core";

    /// The value of `dataschema`.
    public static final String DATA_SCHEMA =
            "https://schemas.wmo.int/wme/1.0.0/schemas/wis2-event-message-bundled.json";

    /// What every type begins with; it is followed by `.event` and mostly by what the event is about.
    public static final String TYPE_PREFIX = "int.wmo.wis.wme";

    /// The most bytes that an event may have on the wire.
    public static final int MAX_EVENT_BYTES = 8192;

    static final String GENERIC = "event";

    /// What may follow the generic type, in the code list of the later state.
    static final Set<String> KINDS =
            Set.of(
                    "connection",
                    "item.cache",
                    "item.download",
                    "item.integrity",
                    "log",
                    "maintenance",
                    "metadata-archive",
                    "wcmp2.ets",
                    "wcmp2.kpi",
                    "wnm.validation.content",
                    "wnm.validation.format",
                    "wnm.validation.metadata",
                    "wnm.validation.topic");

    private Wme() {}

    /// The topic of events about a centre: `monitor/a/wis2/{centre-id}`.
    public static String topicOf(String centreId) {
        return "monitor/a/wis2/" + centreId;
    }

    /// Reads an event as it was received, and takes all that a receiver can make something of: it refuses only what is no
    /// JSON object with `id`, `source` and an object `data`.
    public static MonitoringEventRead read(byte[] event) {
        return switch (JsonReader.standard().read(event)) {
            case JsonRead.Document(JsonTree root) -> read(root);
            case JsonRead.Refused refused -> new MonitoringEventRead.Refused(reason(refused));
        };
    }

    /// Reads an event that is JSON already.
    public static MonitoringEventRead read(JsonTree event) {
        return TolerantReader.read(event);
    }

    /// Judges an event as it is on the wire, by the text: what a sender must keep to.
    public static Report validate(byte[] event) {
        return WmeSuite.validate(event);
    }

    /// Judges an event that was read before; its size is that of its compact form.
    public static Report validate(JsonTree event) {
        return WmeSuite.validate(event, event.toBytes().length);
    }

    static Requirement requirement(String name) {
        return new Requirement(SPECIFICATION, "/req/monitoring-event-message-core/" + name);
    }

    static Requirement recommendation(String name) {
        return new Requirement(SPECIFICATION, "/rec/monitoring-event-message-core/" + name);
    }

    static String reason(JsonRead.Refused refused) {
        String sentence = refused.message();
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
