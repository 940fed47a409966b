package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.app.cli.Terminal;

import java.util.Optional;

/// Judges discovery records; their links may be opened.
abstract class JudgeRecords extends JudgeFiles<RecordLinks> {

    JudgeRecords(Terminal terminal, View view) {
        super(terminal, view);
    }

    @Override
    Judge judge(Optional<RecordLinks> links) {
        return Judge.ofRecords(
                options().profile(),
                options().hierarchy(),
                options().schema(BundleSource.WCMP2),
                links);
    }
}
