package io.github.wis2chain.standards.wme;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads monitoring events as they are seen in the field, some of which no state of the draft takes: other types, links
/// beside the data, members that are left out.
final class TolerantReader {

    /// More is told by no catalogue, and a hostile event could name a test in every byte.
    private static final int MOST = 100;

    private TolerantReader() {}

    static MonitoringEventRead read(JsonTree event) {
        if (!event.isObject()) {
            return new MonitoringEventRead.Refused(
                    "the event is %s; an object is required".formatted(event.kind().words()));
        }
        for (String name : List.of("id", "source")) {
            if (event.text(name).filter(text -> !text.isEmpty()).isEmpty()) {
                return new MonitoringEventRead.Refused(
                        "%s is no text; one is required".formatted(name));
            }
        }
        Optional<JsonTree> data = event.object("data");
        if (data.isEmpty()) {
            return new MonitoringEventRead.Refused("there is no object data; one is required");
        }
        return new MonitoringEventRead.Received(
                new MonitoringEvent(
                        event.text("id").orElseThrow(),
                        event.text("source").orElseThrow(),
                        event.text("subject"),
                        kind(event),
                        event.text("time").flatMap(TolerantReader::instant),
                        data.get().text("severity").flatMap(Severity::meant),
                        notice(event),
                        quality(event),
                        event));
    }

    private static String kind(JsonTree event) {
        return event.at("/data/subtype")
                .flatMap(JsonTree::text)
                .filter(text -> !text.isBlank())
                .or(() -> event.text("type").map(TolerantReader::ofType))
                .filter(kind -> !kind.isBlank())
                .orElse(Wme.GENERIC);
    }

    private static String ofType(String type) {
        String prefix = Wme.TYPE_PREFIX + ".";
        String rest = type.startsWith(prefix) ? type.substring(prefix.length()) : type;
        String generic = Wme.GENERIC + ".";
        return rest.startsWith(generic) ? rest.substring(generic.length()) : rest;
    }

    private static Optional<Instant> instant(String text) {
        return switch (DateTime.read(text)) {
            case DateTime.Moment moment -> Optional.of(moment.instant());
            case DateTime.Malformed _ -> Optional.empty();
        };
    }

    private static Notice notice(JsonTree event) {
        return new Notice(
                first(event, "/data/content/title"),
                first(event, "/data/content/description"),
                first(event, "/data/content/channel", "/data/channel"),
                first(
                        event,
                        "/data/content/metadata_id",
                        "/data/metadata_id",
                        "/data/content/wnm/properties/metadata_id"),
                first(event, "/data/ref"),
                Stream.concat(event.each("/data/links"), event.each("/links"))
                        .flatMap(link -> link.text("href").stream())
                        .limit(MOST)
                        .toList());
    }

    private static Optional<String> first(JsonTree event, String... pointers) {
        return Stream.of(pointers)
                .flatMap(pointer -> event.at(pointer).flatMap(JsonTree::text).stream())
                .findFirst();
    }

    private static Optional<QualityReport> quality(JsonTree event) {
        Optional<JsonTree> summary = event.at("/data/content/summary").filter(JsonTree::isObject);
        if (summary.isEmpty()) {
            return Optional.empty();
        }
        List<String> failed = new ArrayList<>();
        event.each("/data/content/tests")
                .filter(test -> test.text("code").filter("FAILED"::equals).isPresent())
                .limit(MOST)
                .forEach(test -> test.text("id").ifPresent(failed::add));
        return Optional.of(
                new QualityReport(
                        failed,
                        summary.get().number("percentage"),
                        summary.get()
                                .member("grade")
                                .filter(grade -> grade.kind() != JsonKind.NULL)
                                .map(grade -> grade.text().orElseGet(grade::toString))));
    }
}
