package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.json.JsonLimits;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.util.List;
import java.util.Set;

/// The WMO Core Metadata Profile 2, release 2.3: its constants, its judgement of a record, and how good the record is.
///
/// Every method is pure, but for the ports that the caller gives, and safe for any number of threads; a bad document
/// is a report, never an exception. One beyond [JsonLimits#RECORDS] is not judged, [Report#isDecided()].
public final class Wcmp2 {

    /// The base of all requirement identifiers.
    public static final String SPECIFICATION = "http://wis.wmo.int/spec/wcmp/2";

    /// The value that `conformsTo` holds; with `http`, and compared exactly.
    public static final String CONFORMANCE_CLASS = SPECIFICATION + "/conf/core";

    /// The Earth system disciplines, one of which at least every dataset names.
    static final List<String> DISCIPLINES =
            List.of(
                    "atmospheric-composition",
                    "climate",
                    "cryosphere",
                    "hydrology",
                    "ocean",
                    "space-weather",
                    "weather");

    private Wcmp2() {}

    /// A requirement of the core class: `links` is `/req/core/links`.
    public static Requirement requirement(String name) {
        return new Requirement(SPECIFICATION, "/req/core/" + name);
    }

    /// A recommendation of the core class: `pids` is `/rec/core/pids`.
    public static Requirement recommendation(String name) {
        return new Requirement(SPECIFICATION, "/rec/core/" + name);
    }

    /// Judges a record as it was read from a file or a server. Its tests are those of the profile's test suite, and
    /// `validation` for the schema.
    ///
    /// STRICT follows the text. REFERENCE gives the verdicts of the official validator, pywcmp 0.14.4 with pywis-topics
    /// 0.5.0; where that one aborts, the test in which it does so is FAILED, since it refuses the record.
    public static Report validate(byte[] record, Profile profile) {
        return validate(record, profile, TopicHierarchy.standard());
    }

    /// Judges a record as [#validate(byte[], Profile)] does, by topics and centres of the caller's own.
    public static Report validate(byte[] record, Profile profile, TopicHierarchy hierarchy) {
        return switch (profile) {
            case STRICT -> StrictSuite.validate(record, hierarchy);
            case REFERENCE -> ReferenceSuite.validate(record, hierarchy);
        };
    }

    /// Judges a record that was read before.
    public static Report validate(JsonTree record, Profile profile) {
        return switch (profile) {
            case STRICT -> StrictSuite.validate(record, TopicHierarchy.standard());
            case REFERENCE -> ReferenceSuite.validate(record, TopicHierarchy.standard());
        };
    }

    /// What is wrong with a `time` by the text, for documents that have theirs from WCMP2; null and none are right.
    public static List<Fault> timeFaults(JsonTree time) {
        var faults = new Faults();
        ExtentShape.time(time, Dialect.TEXT, faults);
        if (faults.found().isEmpty() && time.isObject()) {
            ExtentRules.calendar(time, faults);
        }
        return faults.found();
    }

    /// Reads a record as the profile does before it judges: STRICT as RFC 8259 demands, REFERENCE as Python takes it. For
    /// whoever needs the document beside its report.
    public static JsonRead read(byte[] record, Profile profile) {
        return switch (profile) {
            case STRICT -> StrictSuite.READER.read(record);
            case REFERENCE -> ReferenceSuite.READER.read(record);
        };
    }

    /// The addresses of the web that the indicators open by [KpiPorts#links()], so that a caller may open them together.
    public static Set<String> linksToOpen(JsonTree record) {
        return LinkKpis.toOpen(record);
    }

    /// The seven key performance indicators of a record, which need not conform.
    ///
    /// REFERENCE gives the points of the official tool, which the catalogues publish; STRICT those of the KPI document
    /// 2.3.0-draft, but that of a time it looks at `time` only, as the tool does: how many points an extent of
    /// `additionalExtents` would give, the document does not say. What a port that is absent would have to say is skipped.
    public static KpiSummary kpis(JsonTree record, Profile profile, KpiPorts ports) {
        return new KpiSummary(
                List.of(
                        ContactsKpi.score(record, profile),
                        TextKpis.description(record, ports),
                        LinkKpis.graphicOverview(record, ports),
                        LinkKpis.linksHealth(record, profile, ports),
                        PidsKpi.score(record, profile),
                        TimeIntervalsKpi.score(record, profile),
                        TextKpis.title(record, profile, ports)));
    }
}
