package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.wnm.DiscoveryCatalogue;

import picocli.CommandLine.Mixin;

import java.util.Optional;

/// Judges notifications; a catalogue may be asked for the records that they name.
abstract class JudgeMessages extends JudgeFiles<DiscoveryCatalogue> {

    @Mixin private BasisOptions basis = new BasisOptions();

    JudgeMessages(Terminal terminal, View view) {
        super(terminal, view);
    }

    @Override
    Judge judge(Optional<DiscoveryCatalogue> catalogue) {
        return Judge.ofMessages(
                basis.of(options().profile()), options().schema(BundleSource.WNM), catalogue);
    }
}
