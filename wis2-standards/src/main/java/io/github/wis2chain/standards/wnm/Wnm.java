package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;

/// The WIS2 Notification Message standard, release 1.3 and draft 1.4: its constants and its judgement of a message.
///
/// Every method is pure and safe for any number of threads; a bad document is a report, never an exception.
public final class Wnm {

    /// The base of all requirement identifiers.
    public static final String SPECIFICATION = "http://wis.wmo.int/spec/wnm/1";

    /// The value that `conformsTo` holds; with `http`, and compared exactly.
    public static final String CONFORMANCE_CLASS = SPECIFICATION + "/conf/core";

    /// The most bytes that a message may have on the wire (`/req/core/message_size`).
    public static final int MAX_MESSAGE_BYTES = 8192;

    private Wnm() {}

    /// A requirement of the core class: `links` is `/req/core/links`.
    public static Requirement requirement(String name) {
        return new Requirement(SPECIFICATION, "/req/core/" + name);
    }

    /// A recommendation of the core class: `integrity` is `/rec/core/integrity`.
    public static Requirement recommendation(String name) {
        return new Requirement(SPECIFICATION, "/rec/core/" + name);
    }

    /// Judges a message as it is on the wire. Its tests are those of the profile's test suite.
    ///
    /// STRICT follows the text: strict JSON, `conformsTo` only, RFC 3339 and UTC for all times, coordinate ranges,
    /// closed rings, true digests and sizes, exactly one primary link. REFERENCE gives the verdicts of the official
    /// validator, 0.13 line, run with its schema check.
    public static Report validate(byte[] message, Profile profile) {
        return validate(message, Basis.of(profile));
    }

    /// Judges a message as it is on the wire, by another edition or as another line of the official validator.
    public static Report validate(byte[] message, Basis basis) {
        return switch (basis.profile()) {
            case STRICT -> StrictSuite.validate(message, basis.edition());
            case REFERENCE -> ReferenceSuite.validate(message, basis.edition(), basis.tool());
        };
    }

    /// Judges a message that was read before; its size is that of its compact form.
    public static Report validate(JsonTree message, Profile profile) {
        return validate(message, Basis.of(profile));
    }

    /// Judges a message that was read before, by another edition or as another line of the official validator.
    public static Report validate(JsonTree message, Basis basis) {
        return switch (basis.profile()) {
            case STRICT -> StrictSuite.validate(message, basis.edition());
            case REFERENCE -> ReferenceSuite.validate(message, basis.edition(), basis.tool());
        };
    }

    /// Reads a message as the profile does before it judges: STRICT as RFC 8259 demands, REFERENCE as Python takes it. For
    /// whoever needs the document beside its report.
    public static JsonRead read(byte[] message, Profile profile) {
        return switch (profile) {
            case STRICT -> JsonReader.standard().read(message);
            case REFERENCE -> ReferenceSuite.READER.read(message);
        };
    }

    /// Whether a message is as short as it must be for everybody: in bytes, as the text says, and in the characters that the
    /// official validator counts, which writes letters beyond ASCII as escapes of six.
    public static boolean isOfFittingSize(NotificationMessage message) {
        return message.toBytes().length <= MAX_MESSAGE_BYTES
                && PythonLength.of(message.toDocument()) <= MAX_MESSAGE_BYTES;
    }

    /// The key performance indicators of a message, which need not conform: one, `metadata_id`, of two points.
    ///
    /// Without a catalogue to ask, or without its answer, the second point is skipped; the official tool aborts there.
    public static KpiSummary kpis(JsonTree message, Optional<DiscoveryCatalogue> catalogue) {
        return new KpiSummary(List.of(MetadataIdKpi.score(message, catalogue)));
    }
}
