package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.DocumentContract;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class WnmPropertyTest extends DocumentContract {

    private static final byte[] VALID = aNotification().asBytes();

    WnmPropertyTest() {
        super(
                aNotification(),
                List.of(
                        "0",
                        "-0.0",
                        "18446744073709551616",
                        "[[[[1]]]]",
                        "{\"type\":\"Point\"}",
                        "\"Z\"",
                        "\"canonical\"",
                        "\"http://\"",
                        "\"gzip\"",
                        "\"H4sIAAAAAAAA/w==\"",
                        "\"sha512\"",
                        "\"://[%\"",
                        "{\"$ref\":1}"));
    }

    @Property(tries = 500)
    void a_cut_message_never_throws(@ForAll @IntRange(min = 0, max = 1100) int length) {
        assertThat(reported(Arrays.copyOf(VALID, length % VALID.length))).isFalse();
    }

    @Property(tries = 500)
    void a_message_built_from_values_conforms_and_survives_the_wire(
            @ForAll("messages") NotificationMessage message) {
        byte[] wire = message.toBytes();
        Report report = Wnm.validate(wire, Profile.STRICT);

        assertThat(report.findings(Verdict.FAILED)).extracting(Finding::sentence).isEmpty();
        assertThat(Wnm.validate(wire, Profile.REFERENCE).conforms()).isTrue();
        NotificationMessage read = NotificationMessage.read(message.toJson()).orElseThrow();
        assertThat(read.toBytes()).isEqualTo(wire);
    }

    /// A message that the strict profile takes is taken by the reference profile, apart from the size that the
    /// official tool counts with blanks and escapes and the endings of times that it does not know.
    @Property(tries = 1000)
    void strict_is_at_least_as_strict_as_the_schema(
            @ForAll @IntRange(min = 0, max = 10_000) int choice, @ForAll("values") String value) {
        byte[] changed = aNotification().with(place(choice), value).asBytes();

        if (Wnm.validate(changed, Profile.STRICT).conforms()) {
            assertThat(Wnm.validate(changed, Profile.REFERENCE).tests())
                    .containsEntry("validation", Verdict.PASSED);
        }
    }

    @Provide
    Arbitrary<NotificationMessage> messages() {
        Arbitrary<Instant> instants =
                Arbitraries.longs().between(0, 4_102_444_800_000L).map(Instant::ofEpochMilli);
        Arbitrary<Temporal> temporals =
                Arbitraries.oneOf(
                        Arbitraries.just(new Temporal.Unknown()),
                        instants.map(Temporal.At::new),
                        Combinators.combine(instants, instants).as(Temporal.Between::new));
        Arbitrary<Position> positions =
                Combinators.combine(
                                Arbitraries.bigDecimals()
                                        .between(BigDecimal.valueOf(-180), BigDecimal.valueOf(180))
                                        .ofScale(6),
                                Arbitraries.bigDecimals()
                                        .between(BigDecimal.valueOf(-90), BigDecimal.valueOf(90))
                                        .ofScale(6),
                                Arbitraries.bigDecimals()
                                        .between(
                                                BigDecimal.valueOf(-12_000),
                                                BigDecimal.valueOf(90_000))
                                        .ofScale(1)
                                        .optional())
                        .as(Position::new);
        Arbitrary<Optional<Geometry>> geometries =
                positions.<Geometry>map(Geometry.Point::new).optional();
        Arbitrary<Integrity> integrities =
                Combinators.combine(
                                Arbitraries.of(IntegrityMethod.class),
                                Arbitraries.bytes().array(byte[].class).ofMaxSize(40))
                        .as(Integrity::ofData);
        Arbitrary<Optional<Content>> contents =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(200).map(Content::inline);
        Arbitrary<Link> links =
                Combinators.combine(
                                Arbitraries.of(LinkRelation.class),
                                Arbitraries.strings().alpha().ofMaxLength(20),
                                Arbitraries.longs().greaterOrEqual(0).optional())
                        .as((relation, path, length) ->
                                Link.primary(
                                        relation,
                                        URI.create("https://data.example.org/" + path),
                                        Optional.of("application/bufr"),
                                        length));
        return Combinators.combine(instants, temporals, geometries, integrities, contents, links)
                .as((pubtime, temporal, geometry, integrity, content, link) ->
                        NotificationMessage.builder()
                                .id(new UUID(pubtime.toEpochMilli(), link.hashCode()))
                                .dataId(new DataId("d/" + pubtime.toEpochMilli()))
                                .pubtime(pubtime)
                                .temporal(temporal)
                                .geometry(geometry)
                                .integrity(integrity)
                                .content(content)
                                .link(link)
                                .build());
    }

    @Override
    protected void judge(byte[] message) {
        reported(message);
    }

    /// Whether the strict profile takes the bytes; both profiles must give a report with sentences.
    private static boolean reported(byte[] message) {
        Report strict = Wnm.validate(message, Profile.STRICT);
        Report reference = Wnm.validate(message, Profile.REFERENCE);
        assertThat(strict.findings()).allSatisfy(f -> assertThat(f.sentence()).endsWith(")."));
        assertThat(reference.findings()).allSatisfy(f -> assertThat(f.sentence()).endsWith(")."));
        return strict.conforms();
    }
}
