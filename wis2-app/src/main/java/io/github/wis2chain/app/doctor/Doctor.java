package io.github.wis2chain.app.doctor;

import io.github.wis2chain.app.settings.Settings;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Looks at everything around a node that can be in its way, whether it runs or not.
public final class Doctor {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Doctor() {}

    /// What is so without any configuration.
    public static List<Diagnosis> machine() {
        return List.of(JavaCheck.of(Runtime.version(), System.getProperty("java.vendor", "?")));
    }

    /// Whether a node with these settings runs: its API answers, and the embedded store is held.
    public static boolean nodeRuns(Settings settings) throws InterruptedException {
        if (settings.api().port() == 0) {
            return false;
        }
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(api(settings).resolve("/healthz"))
                                    .timeout(PATIENCE)
                                    .GET()
                                    .build(),
                            BodyHandlers.ofString());
            return answer.statusCode() == 200
                    && answer.body().equals("alive\n")
                    && (settings.store().postgresql().isPresent() || StoreCheck.isHeld(settings));
        } catch (IOException nothingAnswers) {
            return false;
        }
    }

    /// Where the node's API is to be reached on this machine.
    public static URI api(Settings settings) {
        String bind = settings.api().bind();
        String host = List.of("0.0.0.0", "::", "[::]").contains(bind) ? "127.0.0.1" : bind;
        return URI.create(
                "http://%s:%d"
                        .formatted(
                                host.contains(":") && !host.startsWith("[")
                                        ? "[" + host + "]"
                                        : host,
                                settings.api().port()));
    }

    /// Everything that depends on the configuration.
    ///
    /// @param runs a node with these settings runs
    public static List<Diagnosis> examine(Surroundings around, boolean runs)
            throws InterruptedException {
        Settings settings = around.settings();
        List<Diagnosis> found = new ArrayList<>();
        found.add(ClockCheck.of(settings.node().dataDir(), around.clock().instant()));
        found.addAll(PortCheck.of(settings, runs));
        found.addAll(DataDirectoryCheck.of(settings));
        found.add(StoreCheck.of(settings, runs));
        found.addAll(CertificateCheck.of(settings, around.clock().instant()));
        found.addAll(new BrokerCheck(settings, around.publish()).look());
        found.addAll(
                new DataServerCheck(settings.links())
                        .look(
                                around.links(),
                                around.node().map(Testimony::links).orElse(List.of())));
        try (var records =
                new MetadataCheck(around.catalogue(), around.node().map(Testimony::records))) {
            found.addAll(records.look(settings.datasets().values()));
        }
        around.node().map(Testimony::parts).ifPresent(found::addAll);
        return found;
    }
}
