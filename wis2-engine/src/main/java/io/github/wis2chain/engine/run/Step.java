package io.github.wis2chain.engine.run;

/// One step of a pipeline. It may be repeated at any time after a crash or a retry, so its comment
/// says why that does no harm.
@FunctionalInterface
public interface Step<I, O> {

    /// Does the work of the step.
    ///
    /// @throws StepFailure if the step could not do its work
    /// @throws StepBusy if it is to begin later, with nothing done so far that matters
    O perform(I input, StepContext context) throws InterruptedException, StepBusy;
}
