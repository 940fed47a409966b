package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;

import java.util.List;

/// What would become of an event, as far as it can be known without looking at the data that it
/// points to and without sending anything.
///
/// @param conforms nothing in the event itself would fail its run
/// @param remarks what every step has to say, in the order of steps
/// @param notifications those that would be sent; their ids and times are examples
public record CheckedEvent(boolean conforms, List<Remark> remarks, List<Payload> notifications) {

    public CheckedEvent {
        remarks = List.copyOf(remarks);
        notifications = List.copyOf(notifications);
    }

    /// The remarks for whoever reads them all: without the sentence of the failure, which is the last,
    /// where that says again what a fault before it says.
    public List<Remark> findings() {
        if (conforms || remarks.isEmpty()) {
            return remarks;
        }
        Remark failure = remarks.getLast();
        List<Remark> others = remarks.subList(0, remarks.size() - 1);
        boolean repeats =
                failure.place().isEmpty()
                        && others.stream()
                                .filter(remark -> remark.level() == Remark.Level.FAULT)
                                .anyMatch(fault -> failure.text().contains(fault.text()));
        return repeats ? others : remarks;
    }
}
