package io.github.wis2chain.app;

import io.github.wis2chain.console.api.HealthPart.Health;
import io.github.wis2chain.engine.chain.DataServers.Busy;
import io.github.wis2chain.engine.chain.DataServers.Trouble;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says how the data servers are: from which downloads fail, and at which runs wait for their turn.
final class DataServerHealth {

    /// So many servers are named, in a sentence that is to be read at a glance.
    private static final int NAMED = 3;

    /// Runs that come in together wait for each other for a while; longer, and they come in faster than
    /// the server gives its data.
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private static final String BUSY_REMEDY =
            "Check the load of the data server and the way to it; raise links.per-host if it can"
                    + " serve more at a time. The runs go on by themselves.";

    private DataServerHealth() {}

    static Health of(List<Trouble> troubles, List<Busy> busy) {
        List<String> sentences = new ArrayList<>();
        if (!troubles.isEmpty()) {
            sentences.add(
                    "Downloads fail from %s.".formatted(named(troubles, DataServerHealth::named)));
        }
        if (!busy.isEmpty()) {
            sentences.add(
                    "Runs wait for their turn at %s: as many downloads as there may be are under way."
                            .formatted(named(busy, DataServerHealth::named)));
        }
        if (sentences.isEmpty()) {
            return Health.well(
                    "No data server is known to fail: each gave what was asked for last.");
        }
        String text = String.join(" ", sentences);
        return remedy(troubles, busy)
                .map(remedy -> Health.unwell(text, remedy))
                .orElseGet(() -> Health.well(text));
    }

    private static Optional<String> remedy(List<Trouble> troubles, List<Busy> busy) {
        if (!troubles.isEmpty()) {
            return Optional.of(troubles.getFirst().last().remedy());
        }
        return busy.stream().anyMatch(each -> each.lasts().compareTo(A_WHILE) > 0)
                ? Optional.of(BUSY_REMEDY)
                : Optional.empty();
    }

    private static <T> String named(List<T> servers, Function<T, String> name) {
        String named = servers.stream().limit(NAMED).map(name).collect(Collectors.joining("; "));
        int more = servers.size() - NAMED;
        return more > 0 ? "%s; and %d more".formatted(named, more) : named;
    }

    private static String named(Trouble trouble) {
        return "%s since %s (%s, %d in a row)"
                .formatted(
                        trouble.server(),
                        second(trouble.since()),
                        trouble.last().code(),
                        trouble.failures());
    }

    private static String named(Busy busy) {
        return "%s since %s".formatted(busy.server(), second(busy.since()));
    }

    private static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
