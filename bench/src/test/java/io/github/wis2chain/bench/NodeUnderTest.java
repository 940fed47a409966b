package io.github.wis2chain.bench;

import io.github.wis2chain.app.cli.Main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Starts the node of these sources again and again in the same folder, as its launcher would.
record NodeUnderTest(Path folder, Path config, int api, Broker broker) {

    static NodeUnderTest in(Path folder, Optional<Broker> external) throws IOException {
        int mqtt = MosquittoProcess.Ports.free();
        int api = MosquittoProcess.Ports.free();
        Path config = folder.resolve("wis2.yaml");
        Files.writeString(config, BenchConfig.text(folder.resolve("data"), api, mqtt, external));
        Broker broker = external.orElseGet(() -> new Broker("embedded", mqtt, user -> user));
        return new NodeUnderTest(folder, config, api, broker);
    }

    NodeProcess start() throws IOException, InterruptedException {
        return NodeProcess.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--config",
                        config.toString()),
                api,
                log());
    }

    /// What the node said.
    Path log() {
        return folder.resolve("node.log");
    }
}
