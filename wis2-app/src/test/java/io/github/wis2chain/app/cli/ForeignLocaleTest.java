package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A node on a machine where people write other digits.
class ForeignLocaleTest {

    /// For a start on a busy machine.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Pattern PASSWORD = Pattern.compile("shown this once: ([a-z2-9]{20})");
    private static final String READY = " is ready after ";

    @TempDir private Path folder;

    @Test
    void it_starts_signs_in_and_starts_again() throws Exception {
        int api = freePort();
        Path file =
                Files.writeString(
                        folder.resolve("wis2.yaml"),
                        """
                        node: { centre-id: fr-ifremer-argo, data-dir: data }
                        api: { port: %s }
                        broker: { embedded: { port: %s, websocket-port: %s } }
                        datasets:
                          argo:
                            when: { subject: "a" }
                            metadata-id: urn:wmo:md:fr-ifremer-argo:argo
                            topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers
                            data-id: "{centre-id}/{href.name}"
                        """
                                .formatted(api, freePort(), freePort()));

        HttpResponse<String> signedIn;
        Process first = serve(file);
        try {
            String told = until(first, PASSWORD.asPredicate());
            Matcher password = PASSWORD.matcher(told);
            assertThat(password.find()).as(told).isTrue();
            signedIn = signIn(api, password.group(1));
        } finally {
            end(first);
        }
        Process second = serve(file);
        String again;
        try {
            again = until(second, line -> line.contains(READY));
        } finally {
            end(second);
        }

        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
                .containsPattern("Max-Age=[0-9]+;");
        assertThat(again).contains(READY).doesNotContainPattern("[٠-٩]");
    }

    private HttpResponse<String> signIn(int api, String password) throws Exception {
        String form =
                "name=admin&next=/&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api + "/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /// What it says, up to this line.
    private static String until(Process process, Predicate<String> last) {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        var told =
                CompletableFuture.supplyAsync(() ->
                        output.lines()
                                .anyMatch(line -> {
                                    said.add(line);
                                    return last.test(line);
                                }));
        assertThat(told).as(said::toString).succeedsWithin(PATIENCE).isEqualTo(true);
        return String.join("\n", said);
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private Process serve(Path file) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Duser.language=ar",
                                "-Duser.country=EG",
                                "-Xmx160m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.github.wis2chain.app.cli.Main",
                                "serve",
                                "--config",
                                file.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
