package io.github.wis2chain.engine.run;

import java.util.Optional;

/// What a run is about, as far as its steps have found out: operators search by these.
///
/// What is longer than {@link #LONGEST} is cut: it cannot be found by its whole.
///
/// @param dataset the dataset that the configuration assigns the event to
/// @param eventName the sender's id of the event
/// @param dataId what is announced; of several the first
public record Labels(
        Optional<String> dataset, Optional<String> eventName, Optional<String> dataId) {

    /// The most characters of a label.
    public static final int LONGEST = 1000;

    public Labels {
        dataset = dataset.map(Labels::cut);
        eventName = eventName.map(Labels::cut);
        dataId = dataId.map(Labels::cut);
    }

    /// Nothing is known yet.
    public static final Labels NONE =
            new Labels(Optional.empty(), Optional.empty(), Optional.empty());

    private static String cut(String label) {
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
    }

    public Labels withDataset(String name) {
        return new Labels(Optional.of(name), eventName, dataId);
    }

    public Labels withEventName(String name) {
        return new Labels(dataset, Optional.of(name), dataId);
    }

    public Labels withDataId(String id) {
        return new Labels(dataset, eventName, Optional.of(id));
    }
}
