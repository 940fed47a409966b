package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Verdict;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Notifications that make naive patterns, loops and decoders run for ever, or their reports grow without bound.
class HostileNotificationTest {

    private static final List<Basis> BASES =
            Stream.of(Profile.values())
                    .map(Basis::of)
                    .flatMap(basis -> Stream.of(Edition.values()).map(basis::with))
                    .toList();

    private static final List<String> TEXTS =
            List.of(
                    "/id",
                    "/type",
                    "/geometry/type",
                    "/properties/data_id",
                    "/properties/metadata_id",
                    "/properties/pubtime",
                    "/properties/datetime",
                    "/properties/integrity/method",
                    "/properties/integrity/value",
                    "/properties/content/encoding",
                    "/properties/content/value",
                    "/links/0/href",
                    "/links/0/rel",
                    "/links/0/type");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "A", "=", "1", "-", "_", "urn:", "{", ":", "/", "[", "é", "٣", "%", " "
            })
    void half_a_million_characters_are_judged_in_seconds(String unit) {
        String text = unit.repeat(500_000 / unit.length());
        for (String place : TEXTS) {
            told(aNotification().withText(place, text), place);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "-1E+5000"})
    void a_short_message_with_a_number_beyond_our_bounds_is_undecided(String number) {
        byte[] message = aNotification().withText("/x", "NUMBER").asBytes();
        byte[] text =
                new String(message, StandardCharsets.UTF_8)
                        .replace("\"NUMBER\"", number)
                        .getBytes(StandardCharsets.UTF_8);

        Report report = Wnm.validate(text, Profile.STRICT);

        assertThat(report.isDecided()).isFalse();
        assertThat(report.findings(Verdict.FAILED)).isEmpty();
    }

    @Test
    void a_message_that_is_too_long_in_any_case_fails_unread() {
        Report report = Wnm.validate(new byte[2 * 1024 * 1024], Profile.STRICT);

        assertThat(report.findings(Verdict.FAILED)).hasSize(1);
    }

    @Test
    void a_long_scheme_is_not_told_in_full() {
        told(aNotification().withText("/links/0/href", "s".repeat(500_000) + "://x"), "/links");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{}", "1", "\"\"", "[0,0]", "[999,999]", "{\"href\":1,\"rel\":2}"})
    void ten_thousand_faults_are_told_as_a_few(String item) {
        String many = "[" + (item + ",").repeat(9_999) + item + "]";
        for (String place : List.of("/links", "/geometry/coordinates", "/conformsTo")) {
            told(aNotification().with(place, many), place);
        }
        told(aNotification().with("/geometry/coordinates/0", many), "/geometry");
        told(
                aNotification().with("/properties/integrity", "{\"method\":" + many + "}"),
                "integrity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e-999", "12345678901234567890.5", "1e308"})
    void numbers_beyond_a_double_are_counted(String number) {
        told(
                aNotification()
                        .withText("/properties/filler", "x".repeat(1000))
                        .with("/properties/number", "[" + number + "]"),
                "/properties/number");
    }

    @Test
    void a_ring_that_is_no_array_has_no_ends() {
        told(
                aNotification()
                        .with(
                                "/geometry",
                                "{\"type\":\"Polygon\",\"coordinates\":[{\"a\":1,\"b\":2},[{},{}]]}"),
                "/geometry");
    }

    @Test
    void ten_thousand_security_schemes_are_told_as_a_few() {
        var schemes = new StringBuilder("{");
        for (int i = 0; i < 10_000; i++) {
            schemes.append(i == 0 ? "" : ",").append("\"k%d\":{\"type\":\"x\"}".formatted(i));
        }
        told(aNotification().with("/links/0/security", schemes.append('}').toString()), "security");
    }

    @Test
    void content_that_unpacks_to_a_gigabyte_costs_nothing() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(zipped)) {
            stream.write(new byte[2_900_000]);
        }
        String value = Base64.getEncoder().encodeToString(zipped.toByteArray());
        assertThat(value.length()).isLessThanOrEqualTo(4096);

        Report report =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(1),
                        () ->
                                Wnm.validate(
                                        aNotification()
                                                .with(
                                                        "/properties/content",
                                                        "{\"encoding\":\"gzip\",\"size\":16,\"value\":\""
                                                                + value
                                                                + "\"}")
                                                .asBytes(),
                                        Profile.STRICT));

        assertThat(report.findings().getFirst().message()).contains("more than 4096 bytes");
    }

    @Property(tries = 500)
    void any_text_in_any_place_is_judged(@ForAll String text, @ForAll int choice) {
        told(
                aNotification().withText(TEXTS.get(Math.floorMod(choice, TEXTS.size())), text),
                "any place");
    }

    @Property(tries = 500)
    void every_uuid_is_one_to_python_too(@ForAll long high, @ForAll long low) {
        String id = new UUID(high, low).toString();

        assertThat(PythonUuid.accepts(id)).isTrue();
        assertThat(PythonUuid.accepts("{" + id.replace("-", "") + "}")).isTrue();
        assertThat(PythonUuid.accepts(id + "0")).isFalse();
    }

    private static void told(TestNotification notification, String place) {
        byte[] message = notification.asBytes();
        for (Basis basis : BASES) {
            Report report =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(5), () -> Wnm.validate(message, basis), place);

            assertThat(report.findings())
                    .hasSizeLessThan(1500)
                    .extracting(Finding::message)
                    .allSatisfy(text -> assertThat(text.length()).isBetween(1, 600));
        }
    }
}
