package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.Report;

import java.util.Optional;

/// What reading a document as a STAC item gave: an item, or the reasons why there is none.
public sealed interface ItemRead {

    /// Everything that was found; pointers are into the document that the item stands in.
    Report report();

    /// The item, if the document is one.
    default Optional<StacItem> item() {
        return switch (this) {
            case Accepted accepted -> Optional.of(accepted.read());
            case Refused _ -> Optional.empty();
        };
    }

    /// An item that conforms.
    ///
    /// @param read the item
    /// @param report warnings, if any
    record Accepted(StacItem read, Report report) implements ItemRead {}

    /// A document that is no item.
    record Refused(Report report) implements ItemRead {}
}
