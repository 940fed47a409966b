package io.github.wis2chain.app.cli.standards;

import static io.github.wis2chain.app.cli.standards.Desk.utf8;
import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.cli.Typed;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What the schema that was fetched adds to a verdict.
class OfficialSchemaTest {

    @AutoClose private final Desk desk = new Desk();

    @Test
    void a_schema_of_another_edition_is_told_and_not_applied() throws IOException {
        desk.server()
                .put(
                        "/draft",
                        utf8(
                                """
                                {"$schema":"https://json-schema.org/draft/2020-12/schema","required":["id","official"],
                                 "properties":{"properties":{"required":["metadata_id"]}}}
                                """));
        Path notification = Files.write(desk.file("n.json"), aNotification().asBytes());

        var synced = desk.sync(Map.of("wnm.json", "draft"));
        var judged = desk.judge("message", "validate", notification);
        var draft =
                new Typed()
                        .run(
                                "message",
                                "validate",
                                "--edition",
                                "1.4-draft",
                                "--data-dir",
                                desk.file("data").toString(),
                                notification.toString());

        assertThat(synced.out()).contains(", edition 1.4-draft");
        new OurSchema("bundle.json").describes(desk.bundle("show", "--json").out());
        assertThat(desk.bundle("show", "--json").out()).contains("\"edition\":\"1.4-draft\"");
        assertThat(judged.code()).as(judged.out()).isZero();
        assertThat(judged.out())
                .contains(
                        "not judged: the official schema is of WNM 1.4-draft and not applied,"
                                + " because WNM 1.3 is judged by");
        assertThat(draft.out()).contains("the official schema says:");

        desk.sync(Map.of());
        assertThat(desk.bundle("show").out()).contains(", edition 1.3");
    }

    @Test
    void a_record_at_which_the_official_validator_aborts_is_judged_by_all_else()
            throws IOException {
        desk.server()
                .put(
                        "/dangling",
                        utf8(
                                """
                                {"$schema":"https://json-schema.org/draft/2020-12/schema","required":["id","official"],
                                 "properties":{"links":{"items":{"properties":{"distribution":{"properties":{"availableFormats":
                                  {"items":{"properties":{"samples":{"items":{"$ref":"#/definitions/Nothing"}}}}}}}}}}}}
                                """));
        Path record =
                Files.write(
                        desk.file("r.json"),
                        aRecord()
                                .with(
                                        "/links/1/distribution/availableFormats/0/samples",
                                        "[{\"href\":\"https://data.example.org/s\"}]")
                                .asBytes());

        var synced = desk.sync(Map.of("wcmp2.json", "dangling"));
        var judged = desk.judge("metadata", "validate", record);

        assertThat(synced.code()).as(synced.err()).isZero();
        assertThat(judged.code()).isEqualTo(1);
        assertThat(judged.out())
                .contains("the official schema says:", "official")
                .contains("warning at /links/1/distribution/availableFormats/0/samples");
    }

    @Test
    void formats_are_asserted_in_the_strict_profile_only() throws IOException {
        desk.sync(Map.of());
        Path odd =
                desk.official(aNotification().withText("/id", "31e9d66acd8341749429b932f1abe1be"));

        var strict = desk.judge("message", "validate", odd);
        var reference =
                new Typed()
                        .run(
                                "message",
                                "validate",
                                "--profile",
                                "reference",
                                "--data-dir",
                                desk.file("data").toString(),
                                odd.toString());

        assertThat(strict.out()).contains("at /id: the official schema says:");
        assertThat(reference.code()).as(reference.out()).isZero();
    }

    @Test
    void a_number_that_the_schema_cannot_count_is_told() throws IOException {
        desk.sync(Map.of());

        var judged =
                desk.judge(
                        "message",
                        "validate",
                        desk.official(aNotification().with("/most", "-1e30")));

        assertThat(judged.code()).as(judged.out() + judged.err()).isZero();
        assertThat(judged.out()).contains("the official schema could not be applied:");
    }

    @Test
    void a_leap_second_conforms_to_the_schema_too() throws IOException {
        desk.sync(Map.of());

        var leap = desk.official(aNotification().withText("/time", "2016-12-31T23:59:60Z"));
        assertThat(desk.judge("message", "validate", leap).code()).isZero();
        var none = desk.official(aNotification().withText("/time", "2016-12-31T12:00:60Z"));
        assertThat(desk.judge("message", "validate", none).out())
                .contains("at /time: the official");
    }
}
