package io.github.wis2chain.adapters.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Puts writes of all kinds into one transaction, those of a kind together.
///
/// The order of kinds is the order in which a run goes through them, and an operator's act stays
/// between what was handed over before and after it, so that the result is as if they had been
/// applied one after the other. Claims come last: they find what the same commit brings.
final class Entries {

    private final EventEntries events;
    private final OutboxEntries outbox;
    private final OutcomeEntries outcomes;
    private final ClaimEntries claims;

    Entries(
            EventEntries events,
            OutboxEntries outbox,
            OutcomeEntries outcomes,
            ClaimEntries claims) {
        this.events = events;
        this.outbox = outbox;
        this.outcomes = outcomes;
        this.claims = claims;
    }

    void apply(List<Write<?>> writes, Commit commit) throws SQLException {
        var claiming = new ArrayList<WriteClaims>();
        var stretch = new Stretch();
        for (Write<?> write : writes) {
            switch (write) {
                case WriteEvent event -> stretch.events.add(event);
                case WriteNotifications stored -> stretch.notifications.add(stored);
                case WriteUnanswered sent -> stretch.unanswered.add(sent);
                case WriteAcknowledgement answer -> stretch.acknowledgements.add(answer);
                case WriteOutcome outcome -> stretch.outcomes.add(outcome);
                case WriteClaims claim -> claiming.add(claim);
                case WriteAct<?> act -> {
                    stretch.apply(commit);
                    stretch = new Stretch();
                    act.perform(commit);
                }
            }
        }
        stretch.apply(commit);
        for (WriteClaims claim : claiming) {
            claims.apply(claim, commit);
        }
    }

    /// What was remembered of the transaction may not be there.
    void rolledBack() {
        outbox.forgetAnswers();
    }

    /// Writes between two acts.
    private final class Stretch {

        private final List<WriteEvent> events = new ArrayList<>();
        private final List<WriteNotifications> notifications = new ArrayList<>();
        private final List<WriteUnanswered> unanswered = new ArrayList<>();
        private final List<WriteAcknowledgement> acknowledgements = new ArrayList<>();
        private final List<WriteOutcome> outcomes = new ArrayList<>();

        private void apply(Commit commit) throws SQLException {
            if (!events.isEmpty()) {
                Entries.this.events.apply(events, commit);
            }
            if (!notifications.isEmpty()) {
                outbox.store(notifications, commit);
            }
            // What was acknowledged was unanswered before, never after.
            if (!unanswered.isEmpty()) {
                outbox.unanswered(unanswered, commit);
            }
            if (!acknowledgements.isEmpty()) {
                outbox.acknowledge(acknowledgements, commit);
            }
            if (!outcomes.isEmpty()) {
                Entries.this.outcomes.apply(outcomes, commit);
            }
        }
    }
}
