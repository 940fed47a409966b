package io.github.wis2chain.engine.run;

import java.util.Optional;
import java.util.Set;

/// How long a run goes on by itself after temporary failures: that depends on their cause.
///
/// What keeps every run from ending, such as a broker that is down, is mended by one person on
/// Monday; it must not leave behind a weekend of runs that gave up. A link that leads nowhere
/// concerns its own run, which may give up and tell.
///
/// @param usual for a cause of the run's own
/// @param lasting for a cause that all runs have in common
/// @param common the codes of those causes
public record Patience(Retry usual, Retry lasting, Set<String> common) {

    public Patience {
        common = Set.copyOf(common);
    }

    Retry after(Failure failure) {
        return common.contains(failure.code()) ? lasting : usual;
    }

    /// How many times in a row a run has now failed, among causes that are tried for the same time.
    int tries(History before, Failure failure) {
        Optional<Failure> last =
                before.steps().reversed().stream()
                        .flatMap(step -> step.failure().stream())
                        .findFirst();
        boolean goesOn =
                last.filter(one -> common.contains(one.code()) == common.contains(failure.code()))
                        .isPresent();
        return goesOn ? before.tries() + 1 : 1;
    }
}
