package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.Bundle;
import io.github.wis2chain.adapters.bundle.BundleEntry;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// Prints which rules there are, for people or as `docs/schemas/bundle.json` describes it.
record BundlePrinter(Terminal terminal, boolean json) {

    void print(Optional<Bundle> bundle) {
        if (json) {
            terminal.out().println(JsonWriter.text(line(bundle)));
            return;
        }
        for (RuleSet rules : RuleSet.inside()) {
            terminal.out()
                    .println(
                            "%-12s %s%s"
                                    .formatted(
                                            rules.name(),
                                            rules.version(),
                                            rules.official().isEmpty()
                                                    ? ""
                                                    : "; reference: " + rules.official()));
        }
        if (bundle.isEmpty()) {
            terminal.out().println("No official files; wis2 bundle sync fetches them.");
        } else {
            terminal.out().println("Official files of " + bundle.get().synced() + ":");
            for (BundleEntry entry : bundle.get().entries()) {
                terminal.out()
                        .println(
                                "  %-15s %9d bytes, sha256 %s, %s%s"
                                        .formatted(
                                                entry.name(),
                                                entry.length(),
                                                entry.sha256(),
                                                entry.href(),
                                                entry.edition()
                                                        .map(edition -> ", edition " + edition)
                                                        .orElse("")));
            }
        }
    }

    private static ObjectNode line(Optional<Bundle> bundle) {
        ObjectNode line = JsonWriter.object();
        ArrayNode rules = line.putArray("rules");
        for (RuleSet set : RuleSet.inside()) {
            ObjectNode member = rules.addObject();
            member.put("name", set.name());
            member.put("version", set.version());
            member.put("specification", set.specification());
            if (!set.official().isEmpty()) {
                member.put("reference", set.official());
            }
        }
        bundle.ifPresent(files -> {
            line.put("synced", files.synced().toString());
            ArrayNode entries = line.putArray("files");
            for (BundleEntry entry : files.entries()) {
                ObjectNode member = entries.addObject();
                member.put("name", entry.name())
                        .put("href", entry.href().toString())
                        .put("sha256", entry.sha256())
                        .put("length", entry.length());
                entry.edition().ifPresent(edition -> member.put("edition", edition));
            }
        });
        return line;
    }
}
