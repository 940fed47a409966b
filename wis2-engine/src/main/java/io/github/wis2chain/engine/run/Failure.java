package io.github.wis2chain.engine.run;

/// Why a step failed.
///
/// @param code the code of a {@link Cause}
/// @param temporary trying again later can help by itself
/// @param text one sentence: where, what was found, what is required; shortened beyond 2000 characters
/// @param remedy what the operator can do, one sentence
public record Failure(String code, boolean temporary, String text, String remedy) {

    public Failure {
        text = Sentence.bounded(text);
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
        return new Failure(code, false, text + " " + why, remedy);
    }
}
