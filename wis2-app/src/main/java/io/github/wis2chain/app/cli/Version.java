package io.github.wis2chain.app.cli;

import picocli.CommandLine.IVersionProvider;

/// Which program this is.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"WIS2 Chain " + number() + " (Java " + Runtime.version() + ")"};
    }

    /// The version in the archive's manifest.
    static String number() {
        return io.github.wis2chain.app.Version.TEXT;
    }
}
