package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of verdicts: one change to a sound notification in each line, with the verdict of the text of release 1.3,
/// of draft 1.4, and of pywis-pubsub 0.13 as its recorded behaviour has it. Where text and tool differ, the line says
/// why.
class VerdictsTest {

    private static final String TABLE = "/wnm/verdicts.tsv";
    private static final Basis DRAFT = Basis.STRICT.with(Edition.DRAFT_1_4);

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(
            resources = TABLE,
            delimiter = '\t',
            numLinesToSkip = 1,
            quoteCharacter = '\u0000',
            maxCharsPerColumn = 10_000)
    void a_changed_notification_has_the_verdicts_of_the_table(
            String pointers,
            String values,
            String strict,
            String draft,
            String reference,
            String why) {
        byte[] message = changed(pointers, values).asBytes();

        assertThat(outcome(message, Basis.STRICT)).as("strict").isEqualTo(strict);
        assertThat(outcome(message, DRAFT)).as("draft").isEqualTo(draft);
        assertThat(outcome(message, Basis.REFERENCE)).as("reference").isEqualTo(reference);
        if (strict.equals("PASSED") != reference.equals("PASSED")) {
            assertThat(why).as("the reason of the difference").isNotBlank();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(
            resources = TABLE,
            delimiter = '\t',
            numLinesToSkip = 1,
            quoteCharacter = '\u0000',
            maxCharsPerColumn = 10_000)
    void earlier_lines_of_the_tool_differ_in_the_size_only(
            String pointers, String values, String strict, String draft, String reference) {
        byte[] message = changed(pointers, values).asBytes();

        Report earlier = Wnm.validate(message, Basis.REFERENCE.with(ToolLine.LINE_0_12));

        String expected =
                Stream.of(reference.split(" ", -1))
                        .filter(test -> !test.equals("message_size"))
                        .collect(Collectors.joining(" "));
        assertThat(outcome(earlier)).isEqualTo(expected.isEmpty() ? "PASSED" : expected);
        assertThat(earlier.tests()).hasSize(8).doesNotContainKey("message_size");
    }

    @Test
    void every_requirement_that_can_fail_fails_in_the_table() throws IOException {
        List<String> lines;
        try (var table = VerdictsTest.class.getResourceAsStream(TABLE)) {
            lines = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        Set<String> failed = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            failed.addAll(List.of(line.split("\t", -1)[3].split(" ", -1)));
        }
        assertThat(failed)
                .containsExactlyInAnyOrder(
                        "PASSED",
                        "message_size",
                        "validation",
                        "identifier",
                        "conformance",
                        "geometry",
                        "pubtime",
                        "data_id",
                        "metadata_id",
                        "temporal",
                        "integrity",
                        "content",
                        "links");
    }

    private static TestNotification changed(String pointers, String values) {
        String[] places = pointers.split(" ", -1);
        String[] contents = values.split(" \\| ", -1);
        assertThat(contents).hasSameSizeAs(places);
        TestNotification notification = aNotification();
        for (int i = 0; i < places.length; i++) {
            notification =
                    contents[i].equals("-")
                            ? notification.without(places[i])
                            : notification.with(places[i], contents[i]);
        }
        return notification;
    }

    private static String outcome(byte[] message, Basis basis) {
        return outcome(Wnm.validate(message, basis));
    }

    /// PASSED, or the last words of the requirements that failed, in alphabetical order.
    private static String outcome(Report report) {
        if (report.conforms()) {
            return "PASSED";
        }
        return report.findings(Verdict.FAILED).stream()
                .map(Finding::requirement)
                .map(Requirement::test)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
