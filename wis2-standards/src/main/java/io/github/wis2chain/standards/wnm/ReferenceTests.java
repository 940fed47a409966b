package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The four tests of the official validator, 0.13 line, that look at the message. Each reports its first objection.
final class ReferenceTests {

    private static final List<String> PREFIXES = List.of("http", "https", "ftp", "sftp");

    /// Why a test did not pass.
    ///
    /// @param verdict FAILED, or SKIPPED where the official validator aborts
    record Objection(Verdict verdict, Fault fault) {}

    private ReferenceTests() {}

    /// A UUID in the eyes of Python's `uuid` module.
    static Optional<Objection> id(JsonTree message) {
        Optional<String> id = message.text("id");
        if (id.isEmpty()) {
            return aborted("/id", "the identifier is no string");
        }
        return PythonUuid.accepts(id.get())
                ? Optional.empty()
                : failed(
                        "/id",
                        "found %s; 32 hexadecimal digits are required"
                                .formatted(Faults.quoted(id.get())));
    }

    /// Every time that is there ends in `Z` or `+00:00`.
    static Optional<Objection> temporal(JsonTree message) {
        Optional<JsonTree> properties = message.object("properties");
        if (properties.isEmpty()) {
            return aborted("/properties", "there are no properties");
        }
        Optional<Objection> failed = Optional.empty();
        for (String name : TemporalRules.MEMBERS) {
            Optional<JsonTree> member = properties.get().member(name).filter(m -> !m.isNull());
            if (member.isEmpty()) {
                continue;
            }
            Optional<String> text = member.get().text();
            if (text.isEmpty()) {
                // It looks at every time before it tells what it found, so an earlier failure is
                // not told.
                return aborted(member.get().pointer(), "the time is no string");
            }
            if (failed.isEmpty() && !text.get().endsWith("Z") && !text.get().endsWith("+00:00")) {
                failed =
                        failed(
                                member.get().pointer(),
                                "%s is not in UTC; an ending Z or +00:00 is required"
                                        .formatted(Faults.quoted(text.get())));
            }
        }
        return failed;
    }

    /// A link at least, every `href` with a known beginning, a known relation at least.
    static Optional<Objection> links(JsonTree message) {
        Optional<JsonTree> links = message.member("links");
        Optional<JsonTree> list = links.filter(JsonTree::isArray);
        // Python counts the members of an object and the letters of a text, too.
        if (links.filter(ReferenceTests::isEmpty).isPresent()) {
            return failed("/links", "there is no link; at least one is required");
        }
        if (list.isEmpty()) {
            return aborted("/links", "there is no array of links");
        }
        boolean primary = false;
        Optional<JsonTree> unrelated = Optional.empty();
        for (JsonTree link : list.get().items()) {
            Optional<String> href = link.text("href");
            if (href.isEmpty()) {
                return aborted(link.pointer("href"), "the link has no href");
            }
            if (PREFIXES.stream().noneMatch(href.get()::startsWith)) {
                return failed(
                        link.pointer("href"),
                        "%s has another protocol; http, https, ftp or sftp is required"
                                .formatted(Faults.quoted(href.get())));
            }
            if (!link.has("rel")) {
                unrelated = unrelated.or(() -> Optional.of(link));
            }
            primary |= link.text("rel").flatMap(LinkRelation::of).isPresent();
        }
        if (unrelated.isPresent()) {
            return aborted(unrelated.get().pointer("rel"), "the link has no rel");
        }
        return primary
                ? Optional.empty()
                : failed(
                        "/links", "no link has rel canonical, update or deletion; one is required");
    }

    private static boolean isEmpty(JsonTree value) {
        return value.text()
                .map(String::isEmpty)
                .orElseGet(() -> {
                    boolean counted = value.isArray() || value.isObject();
                    return counted && value.size() == 0;
                });
    }

    /// At most 8192 characters, written as Python writes JSON.
    static Optional<Objection> messageSize(JsonTree message) {
        long length = PythonLength.of(message);
        return length <= Wnm.MAX_MESSAGE_BYTES
                ? Optional.empty()
                : failed(
                        "",
                        String.format(
                                Locale.ROOT,
                                "the message has %d characters as Python writes it; at most %d are"
                                        + " allowed",
                                length,
                                Wnm.MAX_MESSAGE_BYTES));
    }

    private static Optional<Objection> failed(String pointer, String message) {
        return Optional.of(new Objection(Verdict.FAILED, Fault.at(pointer, message)));
    }

    private static Optional<Objection> aborted(String pointer, String message) {
        return Optional.of(
                new Objection(
                        Verdict.SKIPPED,
                        Fault.at(pointer, message + "; the official validator aborts here")));
    }
}
