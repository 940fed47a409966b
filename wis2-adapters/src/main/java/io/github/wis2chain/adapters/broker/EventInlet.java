package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.standards.topics.TopicFilter;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A source of events inside the embedded broker: what producers publish on matching topics is
/// journalled before they are acknowledged, with no subscription in between.
///
/// It takes what is published while it is open. Not taken are retained messages of before, last
/// wills, and what this process publishes itself.
public final class EventInlet implements Source {

    private final SourceName name;
    private final List<TopicFilter> filters;
    private final Predicate<Payload> wanted;
    private final Function<Arrival, CompletableFuture<Receipt>> intake;
    private final LongAdder received = new LongAdder();
    private final LongAdder unwanted = new LongAdder();
    private volatile State state = State.WAITING;

    private enum State {
        WAITING,
        OPEN,
        CLOSED
    }

    /// An inlet that hands what it takes to this intake, `Intake::accept`.
    ///
    /// @param filters the topics that it takes events from; a topic that several match is taken once
    /// @param wanted which payloads are events; others are acknowledged, counted and forgotten
    public EventInlet(
            SourceName name,
            List<TopicFilter> filters,
            Predicate<Payload> wanted,
            Function<Arrival, CompletableFuture<Receipt>> intake) {
        this.name = name;
        this.filters = List.copyOf(filters);
        this.wanted = wanted;
        this.intake = intake;
    }

    @Override
    public SourceName name() {
        return name;
    }

    /// The topics that it takes events from.
    public List<TopicFilter> filters() {
        return filters;
    }

    boolean takes(String topic) {
        return filters.stream().anyMatch(filter -> filter.matches(topic));
    }

    /// Whether a payload is an event; one that is not is counted.
    boolean wants(Payload payload) {
        boolean isWanted = wanted.test(payload);
        if (!isWanted) {
            unwanted.increment();
        }
        return isWanted;
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
                                    .formatted(
                                            filters.stream()
                                                    .map(TopicFilter::value)
                                                    .collect(Collectors.joining(", ")));
                    case CLOSED -> "Closed with the embedded broker.";
                };
        return new Status(state == State.OPEN, text, received.sum(), unwanted.sum());
    }

    /// Takes nothing more; what is published from now on is not acknowledged.
    @Override
    public void close() {
        state = State.CLOSED;
    }
}
