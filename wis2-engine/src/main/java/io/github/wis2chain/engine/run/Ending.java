package io.github.wis2chain.engine.run;

/// What the last step of a pipeline returns.
///
/// @param changed something went out; false when there was nothing new to announce
/// @param summary one sentence for the list of runs
public record Ending(boolean changed, String summary) {

    public Ending {
        summary = Sentence.bounded(summary);
    }
}
