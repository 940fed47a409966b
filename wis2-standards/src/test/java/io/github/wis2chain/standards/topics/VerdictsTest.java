package io.github.wis2chain.standards.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of verdicts: topics with the verdicts of pywis-topics 0.5 as its recorded behaviour has them, in its three
/// modes, and those of the text for publishing and subscribing. Where the two differ, the line says why.
class VerdictsTest {

    private static final TopicHierarchy WTH = TopicHierarchy.standard();
    private static final ReferenceTopics TOOL = new ReferenceTopics(WTH);

    @ParameterizedTest(name = "[{0}]")
    @CsvFileSource(
            resources = "/topics/verdicts.tsv",
            delimiter = '\t',
            numLinesToSkip = 1,
            quoteCharacter = '\u0000',
            emptyValue = "",
            ignoreLeadingAndTrailingWhitespace = false)
    void a_topic_has_the_verdicts_of_the_table(
            String cell,
            String subscription,
            String lenient,
            String publication,
            String textPublication,
            String textSubscription,
            String reason) {
        // An empty cell is read as none.
        String topic = cell == null ? "" : cell;
        String why = reason == null ? "" : reason;

        assertThat(verdict(TOOL.validate(topic, ToolMode.SUBSCRIPTION)))
                .as("strict subscription")
                .isEqualTo(subscription);
        assertThat(verdict(TOOL.validate(topic, ToolMode.LENIENT_SUBSCRIPTION)))
                .as("lenient subscription")
                .isEqualTo(lenient);
        assertThat(verdict(TOOL.validate(topic, ToolMode.PUBLICATION)))
                .as("publication")
                .isEqualTo(publication);
        assertThat(verdict(WTH.validatePublication(topic)))
                .as("publication by the text")
                .isEqualTo(textPublication);
        assertThat(verdict(WTH.validateSubscription(topic)))
                .as("subscription by the text")
                .isEqualTo(textSubscription);
        boolean same =
                publication.equals(textPublication)
                        && subscription.equals(textSubscription)
                        && lenient.equals(textSubscription);
        if (!same) {
            assertThat(why).as("the reason of the difference").isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr-newcomer, valid, valid",
        "fr-new-comer, valid, valid",
        "museum-newcomer, valid, valid",
        "earth-newcomer, valid, valid",
        "google-newcomer, valid, valid",
        "xn-newcomer, invalid, invalid",
        "bl-newcomer, invalid, invalid",
        "fr-ifremer-argo, invalid, invalid",
        "au-bom, invalid, invalid",
        "zz-newcomer, invalid, invalid",
        "test-newcomer, invalid, invalid",
        "Fr-newcomer, invalid, invalid",
        "fr-new.comer, invalid, invalid",
        "fr-été, invalid, invalid",
        "newcomer, invalid, invalid",
        "'', invalid, invalid",
        // The tool does not look at the characters of the name.
        "fr-, valid, invalid",
        "fr-new comer, valid, invalid",
        "fr-new_comer, valid, invalid",
        "fr-a/b, valid, invalid",
        "fr-a+b, valid, invalid",
        "fr-new#, valid, invalid",
        "fr-#new, invalid, invalid"
    })
    void a_new_centre_has_the_verdicts_of_tool_and_text(String centre, String tool, String text) {
        assertThat(verdict(TOOL.validateNewCentre(centre))).as("tool").isEqualTo(tool);
        assertThat(verdict(WTH.validateNewCentre(centre))).as("text").isEqualTo(text);
    }

    private static String verdict(Report report) {
        if (report.profile() == Profile.REFERENCE) {
            assertThat(report.findings()).hasSize(report.conforms() ? 0 : 1);
        }
        return report.conforms() ? "valid" : "invalid";
    }
}
