package io.github.wis2chain.engine.run;

import java.time.Instant;
import java.util.Optional;

/// Which acts to list; empty parts do not restrict.
///
/// @param subject an account or a token
public record AuditFilter(
        Optional<String> who,
        Optional<String> kind,
        Optional<RunId> run,
        Optional<SourceName> source,
        Optional<String> dataset,
        Optional<String> subject,
        Optional<Instant> since,
        Optional<Instant> until) {

    public static final AuditFilter ALL =
            new AuditFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
