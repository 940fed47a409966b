package io.github.wis2chain.engine.run;

import java.util.Optional;

/// An act with its place in the audit.
///
/// @param number grows with every act
/// @param run the run it was done to, if it was one
/// @param source the source it was done to, if it was one
/// @param dataset the dataset it was done to, if it was one
/// @param subject the account or token it was done to, if it was one
public record AuditEntry(
        long number,
        Optional<RunId> run,
        Optional<SourceName> source,
        Optional<String> dataset,
        Optional<String> subject,
        Act act) {}
