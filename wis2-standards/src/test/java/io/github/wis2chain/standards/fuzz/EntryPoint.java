package io.github.wis2chain.standards.fuzz;

import io.github.wis2chain.standards.cloudevents.CloudEvent;
import io.github.wis2chain.standards.cloudevents.CloudEventReader;
import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.stac.Multihash;
import io.github.wis2chain.standards.stac.NotificationGeometry;
import io.github.wis2chain.standards.stac.StacItemReader;
import io.github.wis2chain.standards.topics.ReferenceTopics;
import io.github.wis2chain.standards.topics.ToolMode;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.wcmp2.KpiPorts;
import io.github.wis2chain.standards.wcmp2.Wcmp2;
import io.github.wis2chain.standards.wme.Wme;
import io.github.wis2chain.standards.wnm.Basis;
import io.github.wis2chain.standards.wnm.Edition;
import io.github.wis2chain.standards.wnm.NotificationMessage;
import io.github.wis2chain.standards.wnm.Wnm;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// Where bytes from outside enter the library.
enum EntryPoint {
    NOTIFICATION_STRICT("notification") {
        @Override
        void enter(byte[] bytes) {
            read(Wnm.validate(bytes, Profile.STRICT));
            read(Wnm.validate(bytes, Basis.STRICT.with(Edition.DRAFT_1_4)));
            Wnm.read(bytes, Profile.STRICT)
                    .document()
                    .ifPresent(root -> {
                        Wnm.kpis(root, Optional.empty()).grade();
                        NotificationMessage.read(root).ifPresent(NotificationMessage::toBytes);
                    });
        }
    },
    NOTIFICATION_REFERENCE("notification") {
        @Override
        void enter(byte[] bytes) {
            read(Wnm.validate(bytes, Profile.REFERENCE));
            Wnm.read(bytes, Profile.REFERENCE)
                    .document()
                    .ifPresent(root -> Wnm.kpis(root, Optional.empty()).grade());
        }
    },
    RECORD_STRICT("record") {
        @Override
        void enter(byte[] bytes) {
            record(bytes, Profile.STRICT);
        }
    },
    RECORD_REFERENCE("record") {
        @Override
        void enter(byte[] bytes) {
            record(bytes, Profile.REFERENCE);
        }
    },
    FILE_EVENT("event") {
        @Override
        void enter(byte[] bytes) {
            var event = CloudEventReader.standard().readStructured(bytes);
            read(event.report());
            event.event().flatMap(CloudEvent::json).ifPresent(EntryPoint::item);
        }
    },
    ITEM("item") {
        @Override
        void enter(byte[] bytes) {
            JsonReader.standard().read(bytes).document().ifPresent(EntryPoint::item);
        }
    },
    MONITORING_EVENT("monitoring") {
        @Override
        void enter(byte[] bytes) {
            read(Wme.validate(bytes));
            Wme.read(bytes);
        }
    },
    TOPIC("topic") {
        @Override
        void enter(byte[] bytes) {
            String topic = new String(bytes, StandardCharsets.UTF_8);
            TopicHierarchy hierarchy = TopicHierarchy.standard();
            read(hierarchy.validatePublication(topic));
            read(hierarchy.validateSubscription(topic));
            hierarchy.children(topic);
            hierarchy.search(topic).forEach(Objects::requireNonNull);
            for (ToolMode mode : ToolMode.values()) {
                read(new ReferenceTopics(hierarchy).validate(topic, mode));
            }
        }
    },
    TEXT("text") {
        @Override
        void enter(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            DateTime.read(text);
            Multihash.read(text);
        }
    };

    private final String seed;

    EntryPoint(String seed) {
        this.seed = seed;
    }

    /// The kind of input that is valid here.
    String seed() {
        return seed;
    }

    /// Gives bytes to the library and reads all that it answers.
    abstract void enter(byte[] bytes);

    private static void record(byte[] bytes, Profile profile) {
        EntryPoint.read(Wcmp2.validate(bytes, profile));
        Wcmp2.read(bytes, profile)
                .document()
                .ifPresent(root -> Wcmp2.kpis(root, profile, KpiPorts.NONE).grade());
    }

    private static void item(JsonTree document) {
        var item = StacItemReader.read(document);
        read(item.report());
        item.item().ifPresent(found -> NotificationGeometry.of(found.geometry()));
    }

    private static void read(Report report) {
        report.findings().forEach(finding -> Objects.requireNonNull(finding.sentence()));
    }
}
