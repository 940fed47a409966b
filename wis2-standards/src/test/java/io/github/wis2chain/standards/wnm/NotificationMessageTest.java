package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.conformance.ReportAssert.assertThat;
import static io.github.wis2chain.standards.wnm.TestNotification.FILE;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class NotificationMessageTest {

    private static final UUID ID = UUID.fromString("31e9d66a-cd83-4174-9429-b932f1abe1be");
    private static final Link LINK =
            Link.primary(
                    LinkRelation.CANONICAL,
                    URI.create(FILE),
                    Optional.of("application/bufr"),
                    Optional.of(25620L));

    @Test
    void a_built_message_has_one_compact_form() {
        NotificationMessage message =
                minimal()
                        .geometry(
                                new Geometry.Point(
                                        new Position(
                                                new BigDecimal("21.059306666666668"),
                                                new BigDecimal("-38.50"),
                                                Optional.empty())))
                        .metadataId(new MetadataId("urn:wmo:md:fr-example:argo"))
                        .temporal(new Temporal.At(Instant.parse("2026-01-31T05:30:00Z")))
                        .integrity(Integrity.ofData(IntegrityMethod.SHA256, new byte[0]))
                        .content(Content.inline("é".getBytes(UTF_8)))
                        .cache(false)
                        .producer("Example")
                        .build();

        assertThat(new String(message.toBytes(), UTF_8))
                .isEqualTo(
                        "{\"id\":\"31e9d66a-cd83-4174-9429-b932f1abe1be\","
                            + "\"conformsTo\":[\"http://wis.wmo.int/spec/wnm/1/conf/core\"],"
                            + "\"type\":\"Feature\","
                            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[21.059306666666668,-38.50]},"
                            + "\"properties\":{\"data_id\":\"a/b\",\"metadata_id\":\"urn:wmo:md:fr-example:argo\","
                            + "\"pubtime\":\"2026-01-31T06:00:12.345Z\",\"datetime\":\"2026-01-31T05:30:00Z\","
                            + "\"producer\":\"Example\",\"cache\":false,"
                            + "\"integrity\":{\"method\":\"sha256\","
                            + "\"value\":\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"},"
                            + "\"content\":{\"encoding\":\"utf-8\",\"size\":2,\"value\":\"é\"}},"
                            + "\"links\":[{\"href\":\""
                                + FILE
                                + "\",\"rel\":\"canonical\",\"type\":\"application/bufr\",\"length\":25620}]}");
        assertThat(Wnm.validate(message.toBytes(), Profile.STRICT)).hasNoFindings();
        assertThat(Wnm.validate(message.toBytes(), Profile.REFERENCE)).hasNoFindings();
    }

    @Test
    void an_unknown_time_and_place_are_null() {
        JsonTree json = minimal().build().toJson();

        assertThat(json.at("/properties/datetime")).map(JsonTree::isNull).contains(true);
        assertThat(json.member("geometry")).map(JsonTree::isNull).contains(true);
        assertThat(Wnm.validate(json, Profile.STRICT)).conforms();
    }

    @Test
    void an_extent_has_two_ends_and_no_datetime() {
        Instant start = Instant.parse("2026-01-31T05:00:00Z");
        JsonTree json =
                minimal()
                        .temporal(new Temporal.Between(start, start.plusSeconds(60)))
                        .build()
                        .toJson();

        assertThat(json.at("/properties/start_datetime").flatMap(JsonTree::text))
                .contains("2026-01-31T05:00:00Z");
        assertThat(json.at("/properties/datetime")).isEmpty();
        assertThat(Wnm.validate(json, Profile.STRICT)).conforms();
    }

    @Test
    void a_length_that_no_data_have_is_read_as_none() {
        JsonTree received =
                aNotification().with("/links/0/length", "18446744073709551616").asJson();

        NotificationMessage message = NotificationMessage.read(received).orElseThrow();

        assertThat(message.links().getFirst().length()).isEmpty();
    }

    @Test
    void a_received_message_is_read_and_written_back_with_its_unknown_members() {
        JsonTree received =
                aNotification()
                        .with("/gts", "{\"ttaaii\":\"IOPX01\"}")
                        .with("/links/0/security", "{\"k\":{\"$ref\":\"#/x\"}}")
                        .asJson();

        NotificationMessage message = NotificationMessage.read(received).orElseThrow();

        assertThat(message.relation()).isEqualTo(LinkRelation.CANONICAL);
        assertThat(message.pubtime()).isEqualTo("2026-01-31T06:00:12.345Z");
        assertThat(message.metadataId().flatMap(MetadataId::centreId)).contains("fr-example");
        assertThat(message.toJson()).isEqualTo(received);
        assertThat(message.toBuilder().build()).isEqualTo(message);
    }

    @Test
    void a_message_that_does_not_conform_is_not_read() {
        assertThat(NotificationMessage.read(aNotification().withoutPubtime().asJson())).isEmpty();
    }

    @Test
    void a_message_with_two_primary_links_cannot_be_built() {
        assertThatThrownBy(() -> minimal().link(LINK).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2]");
    }

    @Test
    void a_message_without_required_parts_cannot_be_built() {
        assertThatThrownBy(() -> NotificationMessage.builder().id(ID).link(LINK).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[data_id]");
    }

    @Test
    void values_refuse_what_the_standard_refuses() {
        assertRefused(() -> new DataId(" "));
        assertRefused(() -> Position.of(180.5, 0));
        assertRefused(() -> Position.of(0, -90.5));
        assertRefused(() -> new Geometry.Polygon(List.of()));
        assertRefused(() ->
                new Geometry.Polygon(
                        List.of(
                                List.of(
                                        Position.of(0, 0),
                                        Position.of(1, 0),
                                        Position.of(1, 1),
                                        Position.of(0, 1)))));
        assertRefused(() -> new Integrity(IntegrityMethod.SHA512, "00".repeat(64)));
        assertRefused(() -> Integrity.of(IntegrityMethod.SHA256, new byte[31]));
        assertRefused(() -> new Content(ContentEncoding.UTF_8, 2, "abc"));
        assertRefused(() ->
                Link.primary(
                        LinkRelation.UPDATE,
                        URI.create("file:/etc/passwd"),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void data_are_inlined_in_the_encoding_that_suits_them() {
        assertThat(Content.inline("text".getBytes(UTF_8)).map(Content::encoding))
                .contains(ContentEncoding.UTF_8);
        assertThat(Content.inline(new byte[] {(byte) 0xFF}).map(Content::encoding))
                .contains(ContentEncoding.BASE64);
        byte[] compressible = new byte[4000];
        compressible[0] = (byte) 0xFF;
        assertThat(Content.inline(compressible))
                .hasValueSatisfying(content -> {
                    assertThat(content.encoding()).isEqualTo(ContentEncoding.GZIP);
                    assertThat(content.size()).isEqualTo(4000);
                });
        assertThat(Content.inline(new byte[4097])).isEmpty();
    }

    @Test
    void every_method_is_known_to_the_runtime() {
        for (IntegrityMethod method : IntegrityMethod.values()) {
            Integrity integrity = Integrity.ofData(method, new byte[] {1, 2, 3});

            assertThat(integrity.digest()).hasSize(method.digestLength());
            assertThat(integrity.matches(Integrity.newDigest(method).digest(new byte[] {1, 2, 3})))
                    .isTrue();
            assertThat(IntegrityMethod.named(method.wireName())).contains(method);
        }
    }

    private static NotificationBuilder minimal() {
        return NotificationMessage.builder()
                .id(ID)
                .dataId(new DataId("a/b"))
                .pubtime(Instant.parse("2026-01-31T06:00:12.345678Z"))
                .link(LINK);
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }
}
