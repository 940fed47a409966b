package io.github.wis2chain.engine.run;

import java.util.Optional;

/// Why a step failed.
///
/// @param code the code of a {@link Cause}
/// @param temporary trying again later can help by itself
/// @param text one sentence: where, what was found, what is required; shortened beyond 2000 characters
/// @param remedy what the operator can do, one sentence
/// @param culprit what is at fault, where one thing can be at fault for many runs: the host of a link,
///     a topic, a requirement; runs with the same are of one {@link CauseGroup}
public record Failure(
        String code, boolean temporary, String text, String remedy, Optional<String> culprit) {

    /// The most characters of a culprit.
    private static final int LONGEST_CULPRIT = 200;

    public Failure {
        text = Sentence.bounded(text);
        culprit =
                culprit.filter(name -> !name.isEmpty())
                        .map(name ->
                                name.length() <= LONGEST_CULPRIT
                                        ? name
                                        : name.substring(0, LONGEST_CULPRIT - 1) + "…");
    }

    /// A failure that nothing outside the run is known to be at fault for.
    public Failure(String code, boolean temporary, String text, String remedy) {
        this(code, temporary, text, remedy, Optional.empty());
    }

    /// The same failure, with what is at fault.
    public Failure blaming(String name) {
        return new Failure(code, temporary, text, remedy, Optional.of(name));
    }

    /// A failure that passes by itself: the broker is down, the server is busy.
    public static Failure temporary(Cause cause, String text) {
        return new Failure(cause.code(), true, text, cause.remedy());
    }

    /// A failure that the same input will always have.
    public static Failure permanent(Cause cause, String text) {
        return new Failure(cause.code(), false, text, cause.remedy());
    }

    /// The same failure, not to be tried again by itself.
    public Failure givenUp(String why) {
        return new Failure(code, false, text + " " + why, remedy, culprit);
    }
}
