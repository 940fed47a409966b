package io.github.wis2chain.app.doctor;

import java.net.URI;
import java.util.List;
import java.util.Set;

/// What a running node says of itself.
///
/// @param parts its own judgement of its parts
/// @param links where the data of its newest notifications are, the newest first
/// @param records identifiers of the discovery records that it announced
public record Testimony(List<Diagnosis> parts, List<URI> links, Set<String> records) {

    public Testimony {
        parts = List.copyOf(parts);
        links = List.copyOf(links);
        records = Set.copyOf(records);
    }
}
