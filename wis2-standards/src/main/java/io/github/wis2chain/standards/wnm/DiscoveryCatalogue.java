package io.github.wis2chain.standards.wnm;

/// A Global Discovery Catalogue, asked by the caller's means.
@FunctionalInterface
public interface DiscoveryCatalogue {

    /// What the catalogue answered.
    enum Answer {
        /// It has the record.
        FOUND,
        /// It answered that it has no such record.
        ABSENT,
        /// It could not be asked.
        UNREACHABLE
    }

    /// Looks a discovery record up. It does not throw for a catalogue that cannot be reached.
    Answer lookUp(String metadataId);
}
