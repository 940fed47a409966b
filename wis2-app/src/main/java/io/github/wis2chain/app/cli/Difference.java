package io.github.wis2chain.app.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

import java.util.List;

/// The difference of two texts in the unified form.
final class Difference {

    private static final int CONTEXT = 3;

    private Difference() {}

    /// The lines to print; none if the texts are the same.
    static List<String> of(String before, String after, Terminal terminal) {
        List<String> from = before.lines().toList();
        var patch = DiffUtils.diff(from, after.lines().toList());
        return UnifiedDiffUtils.generateUnifiedDiff(
                        "event as it came in", "event as corrected", from, patch, CONTEXT)
                .stream()
                .map(Printable::lines)
                .map(line ->
                        switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                            case '+' -> terminal.good(line);
                            case '-' -> terminal.bad(line);
                            case '@' -> terminal.faint(line);
                            default -> line;
                        })
                .toList();
    }
}
