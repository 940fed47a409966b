package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.standards.topics.TopicFilter;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/// A source of events inside the embedded broker: what producers publish on matching topics is
/// journalled before they are acknowledged, with no subscription in between.
///
/// It takes what is published while it is open. Not taken are retained messages of before, last
/// wills, and what this process publishes itself.
public final class EventInlet implements Source {

    private final SourceName name;
    private final TopicFilter filter;
    private final Function<Arrival, CompletableFuture<Receipt>> intake;
    private final LongAdder received = new LongAdder();
    private volatile State state = State.WAITING;

    private enum State {
        WAITING,
        OPEN,
        CLOSED
    }

    /// An inlet that hands what it takes to this intake, `Intake::accept`.
    public EventInlet(
            SourceName name,
            TopicFilter filter,
            Function<Arrival, CompletableFuture<Receipt>> intake) {
        this.name = name;
        this.filter = filter;
        this.intake = intake;
    }

    @Override
    public SourceName name() {
        return name;
    }

    /// The topics that it takes events from.
    public TopicFilter filter() {
        return filter;
    }

    boolean takes(String topic) {
        return filter.matches(topic);
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    void open() {
        state = State.OPEN;
    }

    /// Hands an event over. After the close it is refused: its producer keeps it, and sends it again
    /// when the node is back.
    CompletableFuture<Receipt> accept(Arrival arrival) {
        if (state == State.CLOSED) {
            return CompletableFuture.failedFuture(
                    new JournalUnavailable("the source %s is closed".formatted(name)));
        }
        return intake.apply(arrival)
                .thenApply(receipt -> {
                    received.increment();
                    return receipt;
                });
    }

    /// Does nothing: the broker's other subscribers get their copies in any case, so the events are
    /// taken and their runs are held.
    @Override
    public void pause() {}

    /// Does nothing, like {@link #pause()}.
    @Override
    public void resume() {}

    @Override
    public Status status() {
        String text =
                switch (state) {
                    case WAITING -> "Waits for the embedded broker to start.";
                    case OPEN ->
                            "Takes what is published to the embedded broker on %s."
                                    .formatted(filter);
                    case CLOSED -> "Closed with the embedded broker.";
                };
        return new Status(state == State.OPEN, text, received.sum());
    }

    /// Takes nothing more; what is published from now on is not acknowledged.
    @Override
    public void close() {
        state = State.CLOSED;
    }
}
