package io.github.wis2chain.app.settings;

import io.github.wis2chain.adapters.bundle.BundleFault;
import io.github.wis2chain.adapters.bundle.BundleFolder;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;
import io.github.wis2chain.standards.topics.CentreId;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.nio.file.Path;

/// Who this node is and where it keeps its own files.
///
/// @param centreId the centre-id that its notifications are published under
/// @param dataDir the folder of the embedded store and broker; made if absent
/// @param topics the topic hierarchy, with the centres of the official list if that was fetched into
///     the folder; a later list counts from the next start
public record NodeSettings(CentreId centreId, Path dataDir, TopicHierarchy topics) {

    static Value<NodeSettings> read(Section section) {
        var centreId = section.required("centre-id", Types.made("a centre-id", CentreId::new));
        var dataDir = section.path("data-dir", "data");
        var topics = topics(section, dataDir);
        if (!centreId.isFaulty() && !topics.isFaulty()) {
            check(section, centreId.get(), topics.get());
        }
        return section.build(() -> new NodeSettings(centreId.get(), dataDir.get(), topics.get()));
    }

    private static Value<TopicHierarchy> topics(Section section, Value<Path> dataDir) {
        if (dataDir.isFaulty()) {
            return Value.faulty();
        }
        try {
            return Value.of(BundleFolder.ofNode(dataDir.get()).hierarchy());
        } catch (BundleFault fault) {
            section.problem("data-dir", String.valueOf(fault.getMessage()));
            return Value.faulty();
        }
    }

    private static void check(Section section, CentreId centreId, TopicHierarchy topics) {
        if (!topics.standing(centreId.value()).mayPublish()) {
            section.problem(
                    "centre-id",
                    ("the centre [%s] is not registered; one that was registered lately is known"
                                    + " after wis2 bundle sync --data-dir with this node's folder")
                            .formatted(centreId));
        }
    }
}
