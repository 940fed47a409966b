package io.github.wis2chain.app.settings;

import io.github.wis2chain.adapters.bundle.BundleFault;
import io.github.wis2chain.adapters.bundle.BundleFolder;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Value;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.topics.CentreId;
import io.github.wis2chain.standards.topics.CentreStanding;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.nio.file.Path;
import java.util.Map;

/// Checks what a dataset says against the rest of the configuration and the topic hierarchy.
final class References {

    /// The API's own source, which is always there.
    private static final String HTTP = "http";

    /// What helps a centre that is younger than this program.
    private static final String RECENT =
            "; a centre that was registered lately is known after wis2 bundle sync --data-dir with"
                    + " this node's folder";

    private final Value<NodeSettings> node;
    private final Value<Map<String, SourceSettings>> sources;
    private final TopicHierarchy hierarchy;

    private References(
            Value<NodeSettings> node,
            Value<Map<String, SourceSettings>> sources,
            TopicHierarchy hierarchy) {
        this.node = node;
        this.sources = sources;
        this.hierarchy = hierarchy;
    }

    /// Checks against these, and the centres of the official list if it was fetched.
    static References of(
            Section section, Value<NodeSettings> node, Value<Map<String, SourceSettings>> sources) {
        return new References(
                node,
                sources,
                node.isFaulty()
                        ? TopicHierarchy.standard()
                        : hierarchy(section, node.get().dataDir()));
    }

    private static TopicHierarchy hierarchy(Section section, Path dataDir) {
        try {
            return BundleFolder.ofNode(dataDir).hierarchy();
        } catch (BundleFault fault) {
            section.problem("node", String.valueOf(fault.getMessage()));
            return TopicHierarchy.standard();
        }
    }

    /// The same value, or a faulty one if something it refers to is not there.
    Value<DatasetSettings> check(Section section, Value<DatasetSettings> dataset) {
        if (dataset.isFaulty()) {
            return dataset;
        }
        DatasetSettings settings = dataset.get();
        if (!node.isFaulty()) {
            CentreId centre = node.get().centreId();
            boolean known = hierarchy.standing(centre.value()) != CentreStanding.UNKNOWN;
            var report = hierarchy.validatePublication(settings.topic(), centre);
            for (Finding finding : report.findings(Verdict.FAILED)) {
                section.problem(
                        "topic",
                        "found [%s]: %s%s%s"
                                .formatted(
                                        settings.topic(),
                                        finding.message(),
                                        finding.fix()
                                                .map(fix -> "; write [%s]".formatted(fix))
                                                .orElse(""),
                                        known ? "" : RECENT));
            }
        }
        settings.when()
                .source()
                .filter(source -> !sources.isFaulty() && !isDefined(source))
                .ifPresent(source ->
                        section.problem(
                                "when",
                                "source [%s] is not defined under sources; defined are %s"
                                        .formatted(source, sources.get().keySet())));
        return dataset;
    }

    private boolean isDefined(String source) {
        return source.equals(HTTP) || sources.get().containsKey(source);
    }
}
