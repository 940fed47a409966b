package io.github.wis2chain.engine.run;

/// A source for tests that says what it is told to say.
public final class FakeSource implements Source {

    private final SourceName name;
    private volatile boolean paused;
    private volatile Status status = new Status(true, "Connected to a test.", 0);

    public FakeSource(String name) {
        this.name = new SourceName(name);
    }

    public boolean isPaused() {
        return paused;
    }

    public void is(Status now) {
        status = now;
    }

    @Override
    public SourceName name() {
        return name;
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void close() {}
}
