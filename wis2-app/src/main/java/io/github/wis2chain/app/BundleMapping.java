package io.github.wis2chain.app;

import io.github.wis2chain.adapters.bundle.Bundle;
import io.github.wis2chain.adapters.bundle.BundleFault;
import io.github.wis2chain.adapters.bundle.BundleFolder;
import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.adapters.bundle.OfficialSchema;
import io.github.wis2chain.engine.chain.SchemaCheck;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.wnm.Edition;
import io.github.wis2chain.standards.wnm.Wnm;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Gives the node the official schema of notifications, if the operator has fetched it.
final class BundleMapping {

    private static final Logger LOG = LoggerFactory.getLogger(BundleMapping.class);

    private BundleMapping() {}

    /// The check by the schema as it is now; a later one counts from the next start.
    ///
    /// @throws StartFailure if there is one and it cannot be used
    static SchemaCheck schema(Path dataDir) {
        try {
            Optional<Bundle> bundle = BundleFolder.ofNode(dataDir).current();
            if (bundle.isEmpty()) {
                return SchemaCheck.NONE;
            }
            Optional<OfficialSchema> schema = bundle.get().schema(BundleSource.WNM);
            if (schema.isEmpty()) {
                return SchemaCheck.NONE;
            }
            Optional<String> misfit = schema.get().misfit(Edition.RELEASE_1_3);
            if (misfit.isPresent()) {
                LOG.info(
                        "Of the files of {}, {}. Notifications are judged by the rules inside.",
                        bundle.get().synced(),
                        misfit.get());
                return SchemaCheck.NONE;
            }
            LOG.info(
                    "Notifications are judged by the official schema of {} as well.",
                    bundle.get().synced());
            OfficialSchema official = schema.get();
            return notification ->
                    JsonReader.standard()
                            .read(notification)
                            .document()
                            .map(root -> official.judge(root, Wnm.requirement("validation"), true))
                            .orElse(List.of());
        } catch (BundleFault fault) {
            throw new StartFailure(String.valueOf(fault.getMessage()), fault);
        }
    }
}
