package io.github.wis2chain.engine.run;

import java.util.Optional;

/// What a step has to say about one place of a document, for the operator to see.
///
/// @param level how grave it is
/// @param rule the requirement or check that speaks, such as `/req/core/links`
/// @param place a JSON Pointer into the document that the step looked at, or empty for the whole
/// @param text one sentence: what was found, what is required
/// @param fix what to write instead, where that is certain and not longer than 2000 characters
public record Remark(Level level, String rule, String place, String text, Optional<String> fix) {

    public Remark {
        place = Sentence.bounded(place);
        text = Sentence.bounded(text);
        // A shortened repair would be none.
        fix = fix.filter(replacement -> replacement.length() <= Sentence.LONGEST);
    }

    /// How grave a remark is.
    public enum Level {
        /// Worth knowing.
        INFO,
        /// Does not stop the run.
        WARNING,
        /// Stopped the run.
        FAULT
    }
}
