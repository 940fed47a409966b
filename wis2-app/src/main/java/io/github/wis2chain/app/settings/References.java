package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Value;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;

import java.util.Map;

/// Checks what a dataset says against the rest of the configuration and the topic hierarchy.
final class References {

    /// The API's own source, which is always there.
    private static final String HTTP = "http";

    private final Value<NodeSettings> node;
    private final Value<Map<String, SourceSettings>> sources;

    References(Value<NodeSettings> node, Value<Map<String, SourceSettings>> sources) {
        this.node = node;
        this.sources = sources;
    }

    /// The same value, or a faulty one if something it refers to is not there.
    Value<DatasetSettings> check(Section section, Value<DatasetSettings> dataset) {
        if (dataset.isFaulty()) {
            return dataset;
        }
        DatasetSettings settings = dataset.get();
        if (!node.isFaulty()) {
            var report =
                    node.get()
                            .topics()
                            .validatePublication(settings.topic(), node.get().centreId());
            for (Finding finding : report.findings(Verdict.FAILED)) {
                section.problem(
                        "topic",
                        "found [%s]: %s%s"
                                .formatted(
                                        settings.topic(),
                                        finding.message(),
                                        finding.fix()
                                                .map(fix -> "; write [%s]".formatted(fix))
                                                .orElse("")));
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
