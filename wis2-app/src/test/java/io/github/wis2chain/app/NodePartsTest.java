package io.github.wis2chain.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.console.api.HealthPart;
import io.github.wis2chain.console.api.HealthPart.Health;
import io.github.wis2chain.engine.chain.DataServers;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

class NodePartsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T13:00:00Z");

    @TempDir private Path folder;
    private Instant now = NOW;

    @Test
    void data_servers_are_named_with_what_fails_and_what_to_do() {
        var servers =
                new DataServers(
                        (_, _) -> {
                            throw new StepFailure(
                                    Failure.temporary(
                                            FailureCode.LINK_UNREACHABLE, "No connection."));
                        },
                        () -> NOW);
        assertThat(health(NodeParts.dataServers(servers)).healthy()).isTrue();
        for (int i = 1; i <= 4; i++) {
            var request =
                    new LinkVerifier.Request(
                            URI.create("https://host-%d.example.org/a".formatted(i)),
                            OptionalLong.empty(),
                            "SHA-512",
                            0);
            assertThatThrownBy(() -> servers.fetch(request)).isInstanceOf(StepFailure.class);
        }

        Health now = health(NodeParts.dataServers(servers));

        assertThat(now.healthy()).isFalse();
        assertThat(now.text())
                .startsWith(
                        "Downloads fail from host-1.example.org since 2026-11-25T13:00:00Z"
                                + " (LINK_UNREACHABLE, 1 in a row); host-2.example.org")
                .endsWith("; and 1 more.");
        assertThat(now.remedy()).hasValue(FailureCode.LINK_UNREACHABLE.remedy());
    }

    @Test
    void a_busy_data_server_is_named_and_unwell_if_it_is_so_for_long() {
        var servers =
                new DataServers(
                        (_, _) -> {
                            throw new StepBusy(
                                    "All are taken.", "slow.example.org", Duration.ofSeconds(1));
                        },
                        () -> now);
        var request =
                new LinkVerifier.Request(
                        URI.create("https://slow.example.org/a"),
                        OptionalLong.empty(),
                        "SHA-512",
                        0);
        for (int i = 0; i <= 40; i++) {
            now = NOW.plusSeconds(15L * i);
            assertThatThrownBy(() -> servers.fetch(request, false)).isInstanceOf(StepBusy.class);
        }
        Health busy = health(NodeParts.dataServers(servers));
        assertThat(busy.healthy()).isTrue();
        assertThat(busy.text())
                .startsWith(
                        "Runs wait for their turn at slow.example.org since 2026-11-25T13:00:00Z:");

        now = now.plusSeconds(15);
        assertThatThrownBy(() -> servers.fetch(request, false)).isInstanceOf(StepBusy.class);

        assertThat(health(NodeParts.dataServers(servers)).healthy()).isFalse();
        assertThat(health(NodeParts.dataServers(servers)).remedy().orElseThrow())
                .contains("links.per-host");
    }

    @Test
    void a_disk_is_well_while_there_is_twice_the_room_that_is_needed() {
        long free = new Disk(folder, 0, "").free();

        assertThat(health(NodeParts.disk(new Disk(folder, free / 4, "nothing goes"))).healthy())
                .isTrue();
        Health scarce = health(NodeParts.disk(new Disk(folder, free, "no events are taken")));

        assertThat(scarce.healthy()).isFalse();
        assertThat(scarce.text()).contains("free on the disk of").endsWith("no events are taken.");
        assertThat(scarce.remedy()).hasValue(Disk.REMEDY);
    }

    @Test
    void room_is_asked_for_a_directory_that_is_not_there_yet() {
        assertThat(new Disk(folder.resolve("a/b/c"), 0, "").free()).isPositive();
    }

    @Test
    void the_floor_of_the_disk_is_the_one_that_is_reached_first() throws InvalidSettings {
        assertThat(Disk.of(settings("")).floor()).isEqualTo(100L << 20);
        assertThat(Disk.of(settings("store: { disk-floor: 1MiB }")).floor()).isEqualTo(64L << 20);
        assertThat(Disk.of(settings("store: { disk-floor: 1MiB }")).consequence())
                .isEqualTo("nothing is published");
        assertThat(
                        Disk.of(
                                        settings(
                                                "store: { disk-floor: 1MiB }\n"
                                                        + "broker: { external: { url:"
                                                        + " 'mqtt://b.example.org' } }"))
                                .floor())
                .isEqualTo(1L << 20);
    }

    private static Health health(HealthPart part) {
        return part.now().get();
    }

    private Settings settings(String more) throws InvalidSettings {
        return Settings.parse(
                        "test",
                        "node: { centre-id: fr-ifremer-argo }\n" + more + "\n",
                        folder,
                        Map.of())
                .settings();
    }
}
