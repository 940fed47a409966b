package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Receipt;

/// An event to be kept, already packed.
final class WriteEvent extends Write<Receipt> {

    private final Arrival arrival;
    private final long digest;
    private final byte[] body;

    WriteEvent(Arrival arrival, Press press) {
        this.arrival = arrival;
        this.digest = Digests.ofEvent(arrival.source(), arrival.payload().bytes());
        this.body = new EventBody(arrival.origin(), arrival.payload()).packed(press);
    }

    Arrival arrival() {
        return arrival;
    }

    long digest() {
        return digest;
    }

    byte[] body() {
        return body;
    }

    @Override
    boolean mustSucceed() {
        return false;
    }
}
