package io.github.wis2chain.app.demo;

import io.github.wis2chain.adapters.broker.BrokerUser;
import io.github.wis2chain.adapters.broker.DemoUsers;
import io.github.wis2chain.adapters.broker.TopicRight;

import java.nio.file.Path;
import java.util.stream.Collectors;

/// The configuration of the demonstration: what a node would have for Argo and for a second
/// dataset, with the users, rights and topics of the older system.
///
/// Data servers that cannot be reached from here are remarked on and do not stop a notification, so
/// that events about files on the internet can be tried on a machine without it. A node's own
/// default is to block.
final class DemoSettings {

    static final String CENTRE = "fr-ifremer-argo";
    static final String EVENT_TOPIC = "diffusion/files/coriolis/argo/bufr";

    private DemoSettings() {}

    static String yaml(Path data, Ports ports) {
        return """
        node: { centre-id: %1$s, data-dir: "%2$s" }
        api: { port: %3$d }
        broker:
          embedded:
            port: %4$d
            websocket-port: %5$d
            users:
        %6$s
        sources:
          argo-files: { mqtt: { topic: "diffusion/files/coriolis/argo/#" } }
          other-files: { mqtt: { topic: "diffusion/files/coriolis/surface/#" } }
          http: { http: {} }
        links: { allow: [loopback], timeout: 10s }
        datasets:
          argo-bufr:
            when: { subject: "diffusion/files/coriolis/argo/bufr" }
            metadata-id: urn:wmo:md:fr-ifremer-argo:cor:msg:argo
            topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers
            data-id: "{centre-id}/data/core/ocean/{href.path.last(3)}"
            checks: { unreachable: warn }
          argo-netcdf:
            when: { subject: "diffusion/files/coriolis/argo/*" }
            metadata-id: urn:wmo:md:fr-ifremer-argo:cor:msg:argo
            topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers
            data-id: "{centre-id}/data/core/ocean/{href.path.last(4)}"
            checks: { unreachable: warn }
          surface-drifters:
            when: { subject: "diffusion/files/coriolis/surface/*" }
            metadata-id: urn:wmo:md:fr-ifremer-argo:cor:msg:drifters
            topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-buoys
            data-id: "{centre-id}/data/core/ocean/drifting-buoys/{href.name}"
            checks: { unreachable: warn }
        """
                .formatted(
                        CENTRE,
                        data.toString().replace("\\", "\\\\").replace("\"", "\\\""),
                        ports.api(),
                        ports.mqtt(),
                        ports.websocket(),
                        DemoUsers.ALL.stream()
                                .map(DemoSettings::user)
                                .collect(Collectors.joining())
                                .indent(6));
    }

    private static String user(BrokerUser user) {
        return "- { name: %s, password-hash: \"%s\", rights: [%s] }\n"
                .formatted(
                        user.name(),
                        user.password(),
                        user.rights().stream()
                                .map(DemoSettings::right)
                                .collect(Collectors.joining(", ")));
    }

    private static String right(TopicRight right) {
        return "{ topic: \"%s\", access: %s }"
                .formatted(
                        right.filter(),
                        switch (right.access()) {
                            case READ -> "read";
                            case WRITE -> "write";
                            case READ_WRITE -> "readwrite";
                        });
    }
}
