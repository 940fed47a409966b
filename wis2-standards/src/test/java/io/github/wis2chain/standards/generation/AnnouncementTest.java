package io.github.wis2chain.standards.generation;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wnm.DataId;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.NotificationBuilder;
import io.github.wis2chain.standards.wnm.NotificationMessage;
import io.github.wis2chain.standards.wnm.Temporal;
import io.github.wis2chain.standards.wnm.Wnm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.StringNode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

class AnnouncementTest {

    private static final URI HREF = URI.create("https://data.example.org/argo/a.bufr");
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3072, 4096, 4097, 100_000})
    void a_file_of_any_size_gives_a_message_that_conforms(int size) {
        byte[] data = random(size);

        NotificationMessage message = message(announcement(data), LinkRelation.CANONICAL);

        assertThat(Wnm.validate(message.toBytes(), Profile.STRICT).findings(Verdict.FAILED))
                .isEmpty();
        assertThat(message.primaryLink().length()).contains((long) size);
        assertThat(message.integrity()).contains(Integrity.ofData(IntegrityMethod.SHA3_256, data));
        assertThat(message.content().isPresent()).isEqualTo(size <= 3072);
    }

    @ParameterizedTest
    @EnumSource(LinkRelation.class)
    void each_relation_gives_a_message_that_conforms(LinkRelation relation) {
        NotificationMessage message = message(announcement(random(10)), relation);

        assertThat(message.relation()).isEqualTo(relation);
        assertThat(Wnm.validate(message.toBytes(), Profile.STRICT).conforms()).isTrue();
    }

    @Test
    void a_withdrawal_says_nothing_of_the_data() {
        NotificationMessage message = message(announcement(random(10)), LinkRelation.DELETION);

        assertThat(message.integrity()).isEmpty();
        assertThat(message.content()).isEmpty();
        assertThat(message.primaryLink().length()).isEmpty();
    }

    @Test
    void data_that_make_the_message_too_large_are_left_out() {
        NotificationMessage message =
                message(
                                announcement("x".repeat(4000).getBytes(StandardCharsets.UTF_8)),
                                LinkRelation.CANONICAL)
                        .toBuilder()
                        .extraProperty("note", JsonTree.of(StringNode.valueOf("y".repeat(4000))))
                        .build();

        NotificationMessage fitting = Announcement.fitting(message);

        assertThat(message.toBytes()).hasSizeGreaterThan(Wnm.MAX_MESSAGE_BYTES);
        assertThat(fitting.content()).isEmpty();
        assertThat(fitting.toBytes()).hasSizeLessThan(Wnm.MAX_MESSAGE_BYTES);
    }

    @Test
    void data_that_only_the_official_validator_finds_too_long_are_left_out() {
        // Two bytes each on the wire, six characters to it.
        NotificationMessage message =
                message(
                        announcement("é".repeat(2000).getBytes(StandardCharsets.UTF_8)),
                        LinkRelation.CANONICAL);

        NotificationMessage fitting = Announcement.fitting(message);

        assertThat(message.content()).isPresent();
        assertThat(message.toBytes()).hasSizeLessThan(Wnm.MAX_MESSAGE_BYTES);
        assertThat(fitting.content()).isEmpty();
        assertThat(Wnm.validate(fitting.toBytes(), Profile.REFERENCE).conforms()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mét, m%C3%A9t", "me\u0301t, me%CC%81t"})
    void a_url_in_other_letters_is_announced_in_ascii(String name, String announced) {
        var announcement = announcement(random(10));
        var file =
                new AnnouncedFile(
                        URI.create("https://data.example.org/" + name),
                        Optional.empty(),
                        Optional.of(10L),
                        announcement.file().integrity(),
                        Optional.empty());

        NotificationMessage message =
                message(
                        new Announcement(
                                announcement.dataId(),
                                announcement.place(),
                                announcement.temporal(),
                                file),
                        LinkRelation.CANONICAL);

        assertThat(message.primaryLink().href())
                .hasToString("https://data.example.org/" + announced);
        assertThat(Wnm.validate(message.toBytes(), Profile.STRICT).conforms()).isTrue();
    }

    @Test
    void a_record_is_announced_on_the_topic_of_its_centre() {
        byte[] bytes = aRecord().asBytes();
        String id = aRecord().asJson().text("id").orElseThrow();
        String centre = id.split(":", -1)[3];

        RecordAnnouncement made =
                RecordAnnouncement.of(aRecord().asJson(), bytes, URI.create("https://a.example/r"));
        NotificationMessage message =
                builder(made.announcement(), LinkRelation.UPDATE)
                        .metadataId(made.metadataId())
                        .build();

        assertThat(made.topic().value()).isEqualTo("origin/a/wis2/%s/metadata".formatted(centre));
        assertThat(message.dataId().value()).isEqualTo(centre + "/metadata/" + id);
        assertThat(message.primaryLink().type()).contains("application/geo+json");
        assertThat(message.primaryLink().length()).contains((long) bytes.length);
        assertThat(message.integrity()).contains(Integrity.ofData(IntegrityMethod.SHA512, bytes));
        assertThat(Wnm.validate(message.toBytes(), Profile.STRICT).conforms()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "1", "\"urn:wmo:md:\"", "\"urn:wmo:md:fr_x:a\"", "\"x\""})
    void a_record_that_names_no_centre_cannot_be_announced(String id) {
        JsonTree record = aRecord().with("/id", id).asJson();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordAnnouncement.of(record, record.toBytes(), HREF));
    }

    @Test
    void a_record_without_place_and_time_is_announced_without() {
        JsonTree record =
                aRecord()
                        .with("/geometry", "{\"type\":\"Polygon\",\"coordinates\":[[[0,0]]]}")
                        .with("/properties/created", "\"2026-11-23\"")
                        .without("/properties/updated")
                        .asJson();

        Announcement made = RecordAnnouncement.of(record, record.toBytes(), HREF).announcement();

        assertThat(made.place()).isEmpty();
        assertThat(made.temporal()).isEqualTo(new Temporal.Unknown());
    }

    private static Announcement announcement(byte[] data) {
        var meter = new DataMeter(IntegrityMethod.SHA3_256);
        for (int at = 0; at < data.length; at += 1000) {
            meter.add(data, at, Math.min(1000, data.length - at));
        }
        return new Announcement(
                new DataId("argo/a.bufr"),
                Optional.of(Geometry.Point.of(21.06, -36.3)),
                new Temporal.At(NOW),
                meter.file(HREF, "a.bufr"));
    }

    private static NotificationMessage message(Announcement announcement, LinkRelation relation) {
        return builder(announcement, relation).build();
    }

    private static NotificationBuilder builder(Announcement announcement, LinkRelation relation) {
        return announcement.notification(relation).id(new UUID(0x4000, 1L << 63)).pubtime(NOW);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
