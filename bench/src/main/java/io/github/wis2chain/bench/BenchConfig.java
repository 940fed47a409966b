package io.github.wis2chain.bench;

import io.github.wis2chain.engine.people.PasswordHash;

import java.nio.file.Path;
import java.util.Optional;

/// The configuration of the node under load: the defaults, on free ports, with one dataset.
final class BenchConfig {

    /// What the node of a measurement lets in.
    static final String TOKEN = "token-of-the-benchmark";

    private BenchConfig() {}

    static String text(Path data, int api, int mqtt, Optional<Broker> external) {
        return """
        node:
          centre-id: fr-ifremer-argo
          data-dir: %s
        api: { port: %d, token: %s }
        links: { allow: [loopback] }
        log: { level: warn }
        broker:
        %s
        sources:
          files:
            mqtt: { topic: "diffusion/files/#" }
        datasets:
          argo-bench:
            when: { source: files, subject: "diffusion/files/bench/argo/bufr" }
            metadata-id: urn:wmo:md:fr-ifremer-argo:cor:msg:argo
            topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers
            data-id: "{centre-id}/data/core/ocean/{href.path.last(3)}"
        """
                .formatted(
                        data,
                        api,
                        TOKEN,
                        external.map(broker -> outside(broker).indent(2))
                                .orElseGet(() -> embedded(mqtt).indent(2)));
    }

    private static String outside(Broker broker) {
        return "external: { url: \"mqtt://127.0.0.1:%d\" }".formatted(broker.port());
    }

    private static String embedded(int mqtt) {
        return """
        embedded:
          port: %d
          websocket-port: off
          users:
        %s%s\
        """
                .formatted(
                        mqtt,
                        user("prod-files-rw", "diffusion/files/#").indent(4),
                        user("wis2-argo-ro", "origin/#").indent(4));
    }

    private static String user(String name, String filter) {
        return """
        - name: %s
          password-hash: "%s"
          rights: [ { topic: "%s", access: readwrite } ]
        """
                .formatted(name, PasswordHash.of(name.toCharArray()), filter);
    }
}
