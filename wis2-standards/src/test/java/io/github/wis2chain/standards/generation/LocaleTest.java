package io.github.wis2chain.standards.generation;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.wcmp2.KpiPorts;
import io.github.wis2chain.standards.wcmp2.Wcmp2;
import io.github.wis2chain.standards.wnm.DataId;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.Temporal;
import io.github.wis2chain.standards.wnm.Wnm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What the library writes is the same wherever it runs, whatever digits and separators people use
/// there.
class LocaleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00.5Z");

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "ne-NP", "de", "tr"})
    void notifications_and_reports_are_the_same_in_every_locale(String locale) {
        List<String> expected = in(Locale.ROOT, LocaleTest::written);

        assertThat(in(Locale.forLanguageTag(locale), LocaleTest::written)).isEqualTo(expected);
        assertThat(expected).noneSatisfy(text -> assertThat(text).isEmpty());
    }

    private static List<String> written() {
        List<String> texts = new ArrayList<>();
        texts.add(notification());
        texts.add(findings(Wnm.validate(wrongNotification(), Profile.STRICT)));
        texts.add(findings(Wnm.validate(wrongNotification(), Profile.REFERENCE)));
        texts.add(
                Wcmp2.kpis(
                                aRecord().with("/properties/title", "\"ABC DEF GHI JKL\"").asJson(),
                                Profile.STRICT,
                                KpiPorts.NONE)
                        .toString());
        var topics = TopicHierarchy.standard();
        texts.add(findings(topics.validatePublication("origin/a/WIS2/fr-ifremer-argo/data")));
        texts.add(findings(topics.validatePublication("x".repeat(70_000))));
        texts.add(JsonReader.standard().read("{\n  1".getBytes(StandardCharsets.UTF_8)).toString());
        return texts;
    }

    private static String notification() {
        byte[] data = new byte[12_345];
        var meter = new DataMeter(IntegrityMethod.SHA512);
        meter.add(data, 0, data.length);
        var announcement =
                new Announcement(
                        new DataId("argo/a.bufr"),
                        Optional.of(Geometry.Point.of(21.06, -36.3)),
                        new Temporal.At(NOW),
                        meter.file(URI.create("https://data.example.org/a.bufr"), "a.bufr"));
        return new String(
                announcement
                        .notification(LinkRelation.CANONICAL)
                        .id(new UUID(0x4000, 1L << 63))
                        .pubtime(NOW)
                        .build()
                        .toBytes(),
                StandardCharsets.UTF_8);
    }

    private static byte[] wrongNotification() {
        return aNotification()
                .with("/geometry", "{\"type\":\"Polygon\",\"coordinates\":[[[0],[1,1]]]}")
                .with(
                        "/properties/content",
                        "{\"encoding\":\"utf-8\",\"size\":4,\"value\":\"%s\"}"
                                .formatted("a".repeat(5000)))
                .asBytes();
    }

    private static String findings(Report report) {
        return report.findings().toString();
    }

    private static <T> T in(Locale locale, Supplier<T> act) {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            return act.get();
        } finally {
            Locale.setDefault(before);
        }
    }
}
