package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.LedgerDay;
import io.github.wis2chain.engine.run.LedgerRow;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Tells what came in and what became of it.
final class LedgerRoutes {

    private static final int LONGEST_DAYS = 366;

    private LedgerRoutes() {}

    static List<Route> all() {
        return List.of(Route.get("/api/v1/ledger", LedgerRoutes::ledger, "day", "from", "to"));
    }

    private static void ledger(Call call) {
        Optional<LocalDate> day = call.query("day", text -> LocalDate.parse(text));
        LocalDate to =
                call.query("to", text -> LocalDate.parse(text))
                        .or(() -> day)
                        .orElseGet(() -> today(call));
        LocalDate from = call.query("from", text -> LocalDate.parse(text)).orElse(to);
        if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw new Problem(
                    ProblemCode.BAD_PARAMETER,
                    "From must be no later than to, and at most %d days can be asked for together."
                            .formatted(LONGEST_DAYS));
        }
        List<Balance> rows =
                call.node().archive().ledger(from, to).stream().map(Balance::of).toList();
        call.json(
                200,
                new Ledger(
                        from.equals(to) ? Optional.of(from) : Optional.empty(),
                        from,
                        to,
                        rows.stream().allMatch(Balance::balances),
                        call.node().outbox().countAcknowledged(from, to).values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        rows));
    }

    static LocalDate today(Call call) {
        return LocalDate.ofInstant(call.node().clock().instant(), ZoneOffset.UTC);
    }

    /// The balances of a range of days, the latest day first.
    ///
    /// @param day the one day, where it is one
    /// @param published notifications that a broker acknowledged on these days
    private record Ledger(
            Optional<LocalDate> day,
            LocalDate from,
            LocalDate to,
            boolean balances,
            long published,
            List<Balance> rows) {}

    /// One dataset on one day.
    private record Balance(
            LocalDate day,
            Optional<String> dataset,
            long received,
            long succeeded,
            long unchanged,
            long failed,
            long discarded,
            long inProgress,
            long duplicates,
            boolean balances) {
        static Balance of(LedgerDay day) {
            LedgerRow row = day.row();
            return new Balance(
                    day.day(),
                    row.dataset(),
                    row.received(),
                    row.succeeded(),
                    row.unchanged(),
                    row.failed(),
                    row.discarded(),
                    row.inProgress(),
                    row.duplicates(),
                    row.balances());
        }
    }
}
