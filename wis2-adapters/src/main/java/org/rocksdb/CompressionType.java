package org.rocksdb;

/// Stands in for the type of this name in `rocksdbjni`, which is left out: 59 MB of native code that
/// the embedded broker never runs, because its payloads and retained messages are kept in files.
/// Its class of internal options names this type in two constants, so the class must exist and have
/// this one value; nothing else of the library is ever loaded (embedded broker 2025.5).
///
/// To bring the library back, delete this package and the exclusion in the module's `pom.xml`.
public enum CompressionType {
    /// No compression; the only value that the broker's options name.
    NO_COMPRESSION
}
