package io.github.wis2chain.app;

import java.util.Optional;

/// The version of this program.
public final class Version {

    /// As the archive states it; `development` when run from classes.
    public static final String TEXT =
            Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                    .orElse("development");

    private Version() {}
}
