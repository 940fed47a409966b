package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.settings.Settings;

/// The programs of this build.
final class NodePrograms implements Programs {

    @Override
    public Running serve(Settings settings) {
        throw new CommandFailure(ExitCode.UNDECIDED, "this build has no node yet");
    }

    @Override
    public int demo(Demo options, Terminal terminal) {
        throw new CommandFailure(ExitCode.UNDECIDED, "this build has no node yet");
    }
}
