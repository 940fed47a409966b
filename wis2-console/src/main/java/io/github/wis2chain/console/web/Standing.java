package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.HealthPart;
import io.github.wis2chain.console.api.Node;
import io.github.wis2chain.engine.run.LedgerRow;
import io.github.wis2chain.engine.run.RunState;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the node stands now, as far as every page says it.
///
/// @param failed runs that need an operator
/// @param inProgress runs that wait or run
/// @param today the ledger of the day (UTC)
/// @param published notifications that a broker acknowledged on this day, by dataset
/// @param lastSent when a broker last acknowledged a notification
record Standing(
        Instant now,
        List<Part> parts,
        long failed,
        long inProgress,
        List<LedgerRow> today,
        Map<String, Long> published,
        Optional<Instant> lastSent) {

    static Standing of(Node node) {
        Instant now = node.clock().instant();
        Map<RunState, Long> counts = node.archive().counts();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Standing(
                now,
                node.parts().stream().map(Part::of).toList(),
                counts.getOrDefault(RunState.FAILED, 0L),
                counts.getOrDefault(RunState.WAITING, 0L)
                        + counts.getOrDefault(RunState.RUNNING, 0L),
                node.archive().ledger(today),
                node.outbox().countAcknowledged(today, today),
                node.outbox().lastAcknowledged());
    }

    List<Part> unwell() {
        return parts.stream().filter(part -> !part.healthy()).toList();
    }

    /// Nothing needs anybody.
    boolean well() {
        return failed == 0 && unwell().isEmpty() && balances();
    }

    boolean balances() {
        return today.stream().allMatch(LedgerRow::balances);
    }

    long publishedToday() {
        return published.values().stream().mapToLong(Long::longValue).sum();
    }

    /// `All well. 312 published today, none waiting, last 14 s ago.`
    String sentence() {
        return (well()
                        ? "All well. "
                        : alarms().stream().map(Alarm::text).collect(Collectors.joining(" ")) + " ")
                + figures();
    }

    List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        if (failed > 0) {
            alarms.add(
                    new Alarm(
                            failed == 1
                                    ? "1 run needs you."
                                    : Text.count(failed) + " runs need you.",
                            "/needs-you"));
        }
        if (!unwell().isEmpty()) {
            List<String> names = unwell().stream().map(Part::name).toList();
            alarms.add(
                    new Alarm(
                            "%s %s attention."
                                    .formatted(
                                            Text.capital(String.join(", ", names)),
                                            names.size() == 1 ? "needs" : "need"),
                            "/#health"));
        }
        if (!balances()) {
            alarms.add(new Alarm("The ledger of today does not balance.", "/#h-sets"));
        }
        return alarms;
    }

    String figures() {
        return "%s published today, %s waiting%s."
                .formatted(
                        publishedToday() == 0 ? "None" : Text.count(publishedToday()),
                        inProgress == 0 ? "none" : Text.count(inProgress),
                        lastSent.map(at ->
                                        ", last %s ago"
                                                .formatted(Text.span(Duration.between(at, now))))
                                .orElse(""));
    }

    /// What needs somebody, and where it is seen.
    record Alarm(String text, String address) {}

    /// A part with how it is.
    ///
    /// @param remedy what to do; there exactly if it is not well
    record Part(
            String name, boolean healthy, boolean essential, String text, Optional<String> remedy) {
        static Part of(HealthPart part) {
            HealthPart.Health health = part.ask();
            return new Part(
                    part.name(),
                    health.healthy(),
                    part.essential(),
                    health.text(),
                    health.remedy());
        }
    }
}
