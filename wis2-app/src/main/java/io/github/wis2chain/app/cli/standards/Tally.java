package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.ExitCode;

import java.util.ArrayList;
import java.util.List;

/// Counts verdicts.
final class Tally {

    private int good;
    private int bad;
    private int undecided;

    void add(int exitCode) {
        switch (exitCode) {
            case ExitCode.DONE -> good++;
            case ExitCode.NOT_CONFORMING -> bad++;
            default -> undecided++;
        }
    }

    int count() {
        return good + bad + undecided;
    }

    /// 3 if a file was undecided or there was none, else 1 if one is bad, else 0.
    int exitCode() {
        if (undecided > 0 || count() == 0) {
            return ExitCode.UNDECIDED;
        }
        return bad > 0 ? ExitCode.NOT_CONFORMING : ExitCode.DONE;
    }

    /// All counts in one sentence, such as `3 files: 2 conform, 1 does not conform.`
    ///
    /// @param one what one good file does, such as `conforms`
    /// @param many what several do, such as `conform`
    String sentence(String one, String many) {
        List<String> parts = new ArrayList<>();
        if (good > 0) {
            parts.add(good == 1 ? "1 " + one : good + " " + many);
        }
        if (bad > 0) {
            parts.add(bad == 1 ? "1 does not " + many : bad + " do not " + many);
        }
        if (undecided > 0) {
            parts.add(undecided + " undecided");
        }
        return "%s: %s.".formatted(Plural.of(count(), "file"), String.join(", ", parts));
    }
}
