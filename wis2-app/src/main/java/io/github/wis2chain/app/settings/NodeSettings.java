package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;
import io.github.wis2chain.standards.topics.CentreId;

import java.nio.file.Path;

/// Who this node is and where it keeps its own files.
///
/// @param centreId the centre-id that its notifications are published under
/// @param dataDir the folder of the embedded store and broker; made if absent
public record NodeSettings(CentreId centreId, Path dataDir) {

    static Value<NodeSettings> read(Section section) {
        var centreId = section.required("centre-id", Types.made("a centre-id", CentreId::new));
        var dataDir = section.path("data-dir", "data");
        return section.build(() -> new NodeSettings(centreId.get(), dataDir.get()));
    }
}
