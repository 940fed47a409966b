package io.github.wis2chain.app.doctor;

import io.github.wis2chain.app.settings.Settings;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What the doctor is told.
///
/// @param node what the node says that runs with these settings; empty if none does
/// @param links of data whose servers shall answer, besides those of the newest notifications
/// @param publish whether an empty message may be published on each topic
/// @param catalogue a collection of discovery records, to be asked for those of the datasets
public record Surroundings(
        Settings settings,
        Optional<Testimony> node,
        List<URI> links,
        boolean publish,
        Optional<URI> catalogue,
        InstantSource clock) {

    public Surroundings {
        links = List.copyOf(links);
    }
}
