package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.settings.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What `serve` tells on the first start of a real node, and on those that follow.
class FirstStartTest {

    private static final Pattern PASSWORD = Pattern.compile("shown this once: ([a-z2-9]{20})\\R");

    @TempDir private Path folder;

    @Test
    void the_password_of_the_admin_is_shown_once_on_the_first_start_and_never_again()
            throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("wis2.yaml"),
                        """
                        node: { centre-id: fr-ifremer-argo, data-dir: "%s" }
                        api: { port: 0 }
                        broker: { embedded: { port: %d, websocket-port: %d } }
                        datasets:
                          argo:
                            when: { subject: "a" }
                            metadata-id: urn:wmo:md:fr-ifremer-argo:argo
                            topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers
                            data-id: "{centre-id}/{href.name}"
                        """
                                .formatted(folder.resolve("data"), freePort(), freePort()));

        Typed.Result first = serve(file);
        Typed.Result second = serve(file);

        List<String> shown =
                PASSWORD.matcher(first.err()).results().map(found -> found.group(1)).toList();
        assertThat(shown).as(first.err()).hasSize(1);
        assertThat(first.out()).doesNotContain(shown.getFirst());
        assertThat(second.err()).doesNotContain("admin was made", shown.getFirst());
        assertThat(second.err()).doesNotContainPattern(PASSWORD);
        assertThat(second.out()).isEqualTo(first.out());
    }

    private static Typed.Result serve(Path file) {
        return new Typed().with(new EndingPrograms()).run("serve", "--config", file.toString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// The real node, asked to end as soon as it is ready.
    private static final class EndingPrograms implements Programs {

        private final Programs real = new NodePrograms();

        @Override
        public Running serve(Settings settings) {
            Running node = real.serve(settings);
            return new Running() {
                @Override
                public Optional<String> firstPassword() {
                    Thread.currentThread().interrupt();
                    return node.firstPassword();
                }

                @Override
                public void close() {
                    node.close();
                }
            };
        }

        @Override
        public int demo(Demo options, Terminal terminal) {
            throw new AssertionError("nobody asked for a demonstration");
        }
    }
}
