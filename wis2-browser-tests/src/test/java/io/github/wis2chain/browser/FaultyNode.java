package io.github.wis2chain.browser;

import com.sun.net.httpserver.HttpServer;

import io.github.wis2chain.app.Application;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.SourceName;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// A real node with an embedded broker and a data server, and events that go wrong.
final class FaultyNode implements AutoCloseable {

    private static final byte[] DATA = "a profile of a float\n".getBytes(StandardCharsets.UTF_8);
    static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer data;
    private final Application application;

    private FaultyNode(HttpServer data, Application application) {
        this.data = data;
        this.application = application;
    }

    static FaultyNode start(Path folder) throws IOException, InvalidSettings {
        HttpServer data = dataServer();
        String yaml =
                """
                node: { centre-id: fr-ifremer-argo, data-dir: "%s" }
                api: { port: 0 }
                broker: { embedded: { port: %d, websocket-port: %d } }
                sources:
                  http: { http: {} }
                links: { allow: [loopback], timeout: 5s }
                datasets:
                  argo-bufr:
                    when: { subject: argo }
                    metadata-id: urn:wmo:md:fr-ifremer-argo:cor:msg:argo
                    topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers
                    data-id: "{centre-id}/{href.name}"
                  titled:
                    when: { subject: titled }
                    metadata-id: urn:wmo:md:fr-ifremer-argo:cor:msg:argo
                    topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers
                    data-id: "{centre-id}/{asset.title}"
                """
                        .formatted(folder, freePort(), freePort());
        Settings settings = Settings.parse("the test", yaml, folder, Map.of()).settings();
        return new FaultyNode(data, Application.start(settings, InstantSource.system()));
    }

    String address() {
        return "http://127.0.0.1:" + application.apiPort();
    }

    /// Lets somebody in whose password is theirs.
    void know(String name, String password, Role role) {
        var account =
                new Account(
                        name, role, PasswordHash.of(password.toCharArray()), true, Instant.now());
        application
                .node()
                .people()
                .store()
                .add(account, new Deed("user-add", name, "test", "here", "", Instant.now()))
                .join();
    }

    /// An event about a file that is as it says.
    RunId good(String name) {
        return send(event(name, DATA.length));
    }

    /// An event that announces a file of another length; the data server has the right one.
    RunId wrongSize(String name) {
        return send(event(name, 999));
    }

    /// An event without a time, whose text is hostile too.
    RunId malformed(String name) {
        return send(
                event(name, DATA.length).replace("\"datetime\"", "\"<script>alert(1)</script>\""));
    }

    /// An event about a file of another length than announced, whose name, title and data_id are a
    /// script, and so is the event's id.
    RunId hostile(String name) {
        return send(titled(name, 999));
    }

    /// The same about a file that is as it says.
    RunId hostileAndGood(String name) {
        return send(titled(name, DATA.length));
    }

    /// What the file of a hostile event is called.
    static String hostileFile(String name) {
        return name + HOSTILE + ".bufr";
    }

    private String titled(String name, int size) {
        String file = hostileFile(name);
        return event(name + HOSTILE, size)
                .replace("\"subject\":\"argo\"", "\"subject\":\"titled\"")
                .replace("/" + file, "/" + encoded(file))
                .replace("\"roles\"", "\"title\":\"%s\",\"roles\"".formatted(file));
    }

    /// As a segment of a URL.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// What people did to a run, by kind.
    List<String> acts(RunId run) {
        return application.node().archive().run(run).orElseThrow().acts().stream()
                .map(Act::kind)
                .toList();
    }

    RunState awaitEnd(RunId run) {
        Awaitility.await().atMost(PATIENCE).until(() -> state(run).isEnded());
        return state(run);
    }

    RunState state(RunId run) {
        return application.node().archive().run(run).orElseThrow().summary().state();
    }

    static int rightSize() {
        return DATA.length;
    }

    private RunId send(String event) {
        return application
                .node()
                .intake()
                .accept(
                        new Arrival(
                                new SourceName("http"),
                                Payload.ofText(event),
                                new Origin("http", "127.0.0.1", Map.of()),
                                false,
                                Instant.now()))
                .join()
                .run();
    }

    private String event(String name, int size) {
        return """
        {"specversion":"1.0","id":"%1$s","source":"test","type":"int.example.file.created",
         "subject":"argo","time":"%4$s","datacontenttype":"application/json",
         "data":{"type":"Feature","stac_version":"1.1.0",
          "stac_extensions":["https://stac-extensions.github.io/file/v2.1.0/schema.json"],
          "id":"%1$s","geometry":{"type":"Point","coordinates":[-8.3264,46.7512]},
          "bbox":[-8.3264,46.7512,-8.3264,46.7512],
          "properties":{"datetime":"2026-11-22T08:42:00Z"},"links":[],
          "assets":{"data":{"href":"http://127.0.0.1:%2$d/%1$s.bufr","type":"application/bufr",
           "roles":["data"],"file:size":%3$d}}}}
        """
                .formatted(name, data.getAddress().getPort(), size, Instant.now());
    }

    private static HttpServer dataServer() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, DATA.length);
                        exchange.getResponseBody().write(DATA);
                    }
                });
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        application.close();
        data.stop(0);
    }
}
