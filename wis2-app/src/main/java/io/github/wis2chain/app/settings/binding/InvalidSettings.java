package io.github.wis2chain.app.settings.binding;

import java.util.List;

/// A configuration that cannot be used, with everything that is wrong with it.
public final class InvalidSettings extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// @param problems at least one
    public InvalidSettings(List<Problem> problems) {
        super(
                String.join(
                        System.lineSeparator(), problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /// All problems, in the order in which they stand in the file.
    public List<Problem> problems() {
        return problems;
    }
}
