package io.github.wis2chain.standards.wme;

import java.util.List;
import java.util.Optional;

/// What a monitoring event says for people, and what it refers to.
///
/// @param title one line
/// @param description more than that
/// @param channel the topic concerned
/// @param metadataId the discovery record concerned
/// @param ref the identifier of an earlier event
/// @param links where more is to be found
public record Notice(
        Optional<String> title,
        Optional<String> description,
        Optional<String> channel,
        Optional<String> metadataId,
        Optional<String> ref,
        List<String> links) {

    public Notice {
        links = List.copyOf(links);
    }
}
