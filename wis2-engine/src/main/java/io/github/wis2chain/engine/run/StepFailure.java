package io.github.wis2chain.engine.run;

/// Thrown by a step that cannot do its work; says whether trying again can help.
public final class StepFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public StepFailure(Failure failure) {
        super(failure.code() + ": " + failure.text());
        this.failure = failure;
    }

    public StepFailure(Failure failure, Throwable cause) {
        super(failure.code() + ": " + failure.text(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
