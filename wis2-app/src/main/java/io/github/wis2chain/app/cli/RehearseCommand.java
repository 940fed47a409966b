package io.github.wis2chain.app.cli;

import com.sun.net.httpserver.HttpServer;

import io.github.wis2chain.app.settings.Sample;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// Does once what short commands do, so that Java can record the classes they need. The launcher
/// makes its cache with this after a build.
@Command(name = "rehearse", hidden = true, description = "Does once what short commands do.")
final class RehearseCommand implements Callable<Integer> {

    private static final String ANSWER =
            """
            {"id": "0", "state": "failed", "items": [], "steps": [{"remarks": []}], "next": null}
            """;

    /// Neither a notification nor a record, so that it is told what is wrong with it.
    private static final String DOCUMENT =
            """
            {
              "id": "1",
              "conformsTo": ["http://wis.wmo.int/spec/wnm/1/conf/core"],
              "type": "Feature",
              "geometry": {"type": "Point", "coordinates": [0, 0]},
              "properties": {
                "data_id": "a",
                "metadata_id": "urn:wmo:md:a:b",
                "pubtime": "2026-11-23T21:00:00Z",
                "datetime": null,
                "title": "a",
                "description": "b",
                "integrity": {"method": "sha512", "value": "c"}
              },
              "links": [{"rel": "canonical", "href": "https://data.example.org/a"}]
            }
            """;

    private final Terminal terminal;
    private final Programs programs;

    RehearseCommand(Terminal terminal, Programs programs) {
        this.terminal = terminal;
        this.programs = programs;
    }

    @Override
    public Integer call() throws IOException {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var quiet =
                new Terminal(terminal.in(), nowhere, nowhere, false, false, terminal.environment());
        var runner = new CommandLineRunner(quiet, programs);
        Path sample = Files.createTempFile("wis2-", ".yaml");
        Path document = Files.createTempFile("wis2-", ".json");
        HttpServer node =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext(
                "/",
                exchange -> {
                    byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        node.start();
        try {
            Files.writeString(sample, Sample.text());
            Files.writeString(document, DOCUMENT);
            String url = "--url=http://127.0.0.1:" + node.getAddress().getPort();
            runner.run("--help");
            runner.run("config", "show", "--config", sample.toString());
            runner.run("run", "list", url);
            runner.run("run", "show", url, "0");
            runner.run("event", "send", url, sample.toString());
            for (String kind : new String[] {"message", "metadata"}) {
                runner.run(kind, "validate", document.toString());
                runner.run(kind, "validate", "--json", "--profile=reference", document.toString());
            }
            runner.run("topic", "validate", "origin/a/wis2/fr-ifremer-argo/metadat");
            return ExitCode.DONE;
        } finally {
            node.stop(0);
            Files.delete(sample);
            Files.delete(document);
        }
    }
}
