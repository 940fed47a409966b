package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules of one edition of the text, in the order of its requirements.
///
/// @param schema what the official schema enforces, formats apart
/// @param text what only the text demands
/// @param advice recommendations
/// @param tests the names of the tests; `id` and not `identifier`, as the official report calls it
record EditionRules(List<Rule> schema, List<Rule> text, List<Rule> advice, List<String> tests) {

    private static final EditionRules RELEASE_1_3 =
            new EditionRules(
                    List.of(
                            FeatureRules.SHAPE,
                            IdentifierRules.SHAPE,
                            ConformanceRules.SHAPE,
                            GeometryRules.SHAPE,
                            PubtimeRules.SHAPE,
                            IdentificationRules.DATA_ID_SHAPE,
                            TemporalRules.SHAPE,
                            IntegrityRules.SHAPE,
                            ContentRules.SHAPE,
                            LinksRules.SHAPE),
                    List.of(
                            IdentifierRules.UUID,
                            ConformanceRules.NO_VERSION,
                            GeometryRules.RANGES,
                            GeometryRules.CLOSED_RINGS,
                            PubtimeRules.UTC,
                            IdentificationRules.DATA_ID_NOT_BLANK,
                            TemporalRules.UTC,
                            IntegrityRules.DIGEST,
                            ContentRules.DECODABLE,
                            LinksRules.URLS,
                            LinksRules.ONE_PRIMARY,
                            LinksRules.WITHDRAWN_RECORD_NAMED,
                            LinksRules.LENGTH_COUNTS_BYTES),
                    List.of(
                            IdentifierRules.LOWER_CASE,
                            GeometryRules.THREE_NUMBERS,
                            PubtimeRules.FORM,
                            IdentificationRules.METADATA_ID_GIVEN,
                            IdentificationRules.METADATA_ID_FORM,
                            TemporalRules.FORM,
                            TemporalRules.ORDER,
                            IntegrityRules.GIVEN,
                            LinksRules.LENGTH_GIVEN,
                            LinksRules.LENGTH_FITS,
                            LinksRules.LOWER_CASE_SCHEME,
                            LinksRules.SCHEME_ONCE),
                    List.of(
                            "conformance",
                            "content",
                            "data_id",
                            "geometry",
                            "id",
                            "integrity",
                            "links",
                            "message_size",
                            "pubtime",
                            "temporal",
                            "validation",
                            "version"));

    private static final EditionRules DRAFT_1_4 = draft();

    EditionRules {
        schema = List.copyOf(schema);
        text = List.copyOf(text);
        advice = List.copyOf(advice);
        tests = List.copyOf(tests);
    }

    static EditionRules of(Edition edition) {
        return switch (edition) {
            case RELEASE_1_3 -> RELEASE_1_3;
            case DRAFT_1_4 -> DRAFT_1_4;
        };
    }

    /// What the draft changes of the release.
    private static EditionRules draft() {
        List<Rule> schema =
                replaced(
                        RELEASE_1_3.schema(),
                        Map.of(
                                ConformanceRules.SHAPE,
                                List.of(DraftRules.CONFORMANCE),
                                IdentificationRules.DATA_ID_SHAPE,
                                List.of(
                                        IdentificationRules.DATA_ID_SHAPE,
                                        DraftRules.METADATA_ID_REQUIRED),
                                IntegrityRules.SHAPE,
                                List.of(DraftRules.INTEGRITY_SHAPE)));
        List<Rule> text =
                replaced(
                        RELEASE_1_3.text(),
                        Map.of(
                                ConformanceRules.NO_VERSION,
                                List.of(),
                                IntegrityRules.DIGEST,
                                List.of(DraftRules.DIGEST)));
        List<Rule> advice =
                replaced(
                        RELEASE_1_3.advice(),
                        Map.of(
                                IdentificationRules.METADATA_ID_GIVEN,
                                List.of(DraftRules.DATA_ID_IN_DATASET),
                                LinksRules.LENGTH_GIVEN,
                                List.of(LinksRules.LENGTH_GIVEN, DraftRules.MEDIA_TYPES)));
        List<String> tests = new ArrayList<>(RELEASE_1_3.tests());
        tests.set(tests.indexOf("version"), "metadata_id");
        tests.sort(null);
        return new EditionRules(schema, text, advice, tests);
    }

    private static List<Rule> replaced(List<Rule> rules, Map<Rule, List<Rule>> replacements) {
        if (!Set.copyOf(rules).containsAll(replacements.keySet())) {
            throw new IllegalStateException(
                    "a rule to be replaced is not among [%s]".formatted(rules));
        }
        return rules.stream()
                .flatMap(rule -> replacements.getOrDefault(rule, List.of(rule)).stream())
                .toList();
    }
}
