package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.SourceName;

import java.util.concurrent.atomic.AtomicLong;

/// The API as a source of events. It goes on while paused, because its senders could not keep their
/// events; their runs are held.
final class HttpSource implements Source {

    static final String NAME = "http";

    private final AtomicLong received = new AtomicLong();

    void count() {
        received.incrementAndGet();
    }

    @Override
    public SourceName name() {
        return new SourceName(NAME);
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public Status status() {
        return new Status(true, "Events are taken on POST /api/v1/events.", received.get());
    }

    @Override
    public void close() {}
}
