package io.github.wis2chain.app;

import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import io.github.wis2chain.app.cli.Typed;
import io.github.wis2chain.engine.chain.SchemaCheck;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class BundleMappingTest {

    private static final String SCHEMA =
            """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","required":["id","official"],%s}
            """;
    private static final String RELEASE = "\"properties\":{\"version\":{\"const\":\"v04\"}}";
    private static final String DRAFT =
            "\"properties\":{\"properties\":{\"required\":[\"metadata_id\"]}}";

    @TempDir private Path folder;

    @Test
    void a_node_judges_by_the_official_schema_of_its_edition_only() throws IOException {
        byte[] notification = aNotification().asBytes();

        fetched(SCHEMA.formatted(RELEASE));
        assertThat(BundleMapping.schema(folder).judge(notification)).isNotEmpty();

        fetched(SCHEMA.formatted(DRAFT));
        assertThat(BundleMapping.schema(folder)).isSameAs(SchemaCheck.NONE);
    }

    private void fetched(String schema) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        put(server, "/json", schema.getBytes(StandardCharsets.UTF_8));
        put(server, "/csv", "Name,Description\na,A\n".getBytes(StandardCharsets.UTF_8));
        put(server, "/zip", zip());
        server.start();
        String url = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "bundle",
                                "sync",
                                "--allow-internal",
                                "--data-dir",
                                folder.toString()));
        for (String file :
                List.of(
                        "wnm.json=" + url + "json",
                        "wcmp2.json=" + url + "json",
                        "wme.json=" + url + "json",
                        "event-type.csv=" + url + "csv",
                        "centre-id.csv=" + url + "csv",
                        "wth.zip=" + url + "zip")) {
            command.addAll(List.of("--source", file));
        }
        try {
            var synced = new Typed().run(command.toArray(String[]::new));
            assertThat(synced.code()).as(synced.err()).isZero();
        } finally {
            server.stop(0);
        }
    }

    private static void put(HttpServer server, String path, byte[] bytes) {
        server.createContext(
                path,
                exchange -> {
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("list.csv"));
            zip.write("Name,Description\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
