package io.github.wis2chain.app.cli.standards;

import static io.github.wis2chain.app.cli.standards.Desk.utf8;
import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.cli.Typed;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Centres of the list that was fetched, wherever centres are known.
class FetchedCentresTest {

    @AutoClose private final Desk desk = new Desk();

    @Test
    void centres_of_the_list_that_was_fetched_are_known_in_records() throws IOException {
        String record =
                new String(aRecord().asBytes(), StandardCharsets.UTF_8)
                        .replace("fr-ifremer-argo", "fr-newcomer");
        Path file = Files.writeString(desk.file("new.json"), record);
        String refusal = "the centre [fr-newcomer] is not registered";

        assertThat(desk.judge("metadata", "validate", file).out()).contains(refusal);

        desk.server().put("/centres", utf8("Name,Description\nfr-newcomer,\"New, and\nyoung\"\n"));
        desk.sync(Map.of("centre-id.csv", "centres"));
        assertThat(desk.judge("metadata", "validate", file).out()).doesNotContain("newcomer");
        assertThat(
                        desk.judge(
                                        "metadata",
                                        "validate",
                                        Files.writeString(
                                                desk.file("unknown.json"),
                                                record.replace("fr-newcomer", "fr-nobody")))
                                .out())
                .contains("the centre [fr-nobody] is not registered");
    }

    @Test
    void centres_of_the_list_that_was_fetched_are_known_in_topics_and_configurations()
            throws IOException {
        String topic = "origin/a/wis2/fr-newcomer/data/core/weather/aviation/metar";
        Path config =
                Files.writeString(
                        desk.file("wis2.yaml"),
                        """
                        node: {centre-id: fr-newcomer}
                        datasets:
                          metar:
                            when: {source: http}
                            topic: %s
                            metadata-id: urn:wmo:md:fr-newcomer:metar
                        """
                                .formatted(topic));

        assertThat(desk.topic("validate", "--publication", topic).code()).isEqualTo(1);
        assertThat(build(topic).err()).contains("--topic [" + topic + "]", "fr-newcomer");
        assertThat(new Typed().run("config", "check", "--config", config.toString()).out())
                .contains("node.centre-id", "[fr-newcomer]", "wis2 bundle sync");

        desk.server().put("/centres", utf8("Name,Description\nfr-newcomer,New\n"));
        desk.sync(Map.of("centre-id.csv", "centres"));
        assertThat(desk.topic("validate", "--publication", topic).code()).isZero();
        assertThat(desk.topic("list", "origin/a/wis2").out()).contains("fr-newcomer");
        assertThat(desk.topic("search", "newcomer").out()).contains("fr-newcomer");
        var checked = new Typed().run("config", "check", "--config", config.toString());
        assertThat(checked.code()).as(checked.err()).isZero();

        assertThat(build(topic).code()).isZero();

        Files.writeString(desk.file("data/bundle/current"), "elsewhere");
        assertThat(build(topic).code()).isEqualTo(3);
        assertThat(desk.topic("list").code()).isEqualTo(3);
        assertThat(new Typed().run("config", "check", "--config", config.toString()).out())
                .contains("run wis2 bundle sync again");
    }

    private Typed.Result build(String topic) throws IOException {
        return new Typed()
                .run(
                        "message",
                        "build",
                        "--file",
                        Files.writeString(desk.file("metar.txt"), "metar").toString(),
                        "--href",
                        "https://data.example.org/metar.txt",
                        "--topic",
                        topic,
                        "--data-dir",
                        desk.file("data").toString());
    }
}
