package io.github.wis2chain.standards.wcmp2;

import java.util.Optional;

/// What the indicators need of the world. What is absent leaves its points SKIPPED.
///
/// @param links opens links, for links_health and graphic_overview
/// @param words knows the words of the texts, for one point each of title and description
public record KpiPorts(Optional<LinkProbe> links, Optional<WordList> words) {

    /// No means at all: only the document is judged.
    public static final KpiPorts NONE = new KpiPorts(Optional.empty(), Optional.empty());
}
