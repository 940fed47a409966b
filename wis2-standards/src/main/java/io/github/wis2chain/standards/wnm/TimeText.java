package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.Optional;

/// Judges one time of a message: RFC 3339 and UTC (WNM 1.3, `/req/core/pubtime` and `/req/core/temporal`, parts B, C).
final class TimeText {

    private TimeText() {}

    /// What is wrong with a member, if it is a string and not a time in UTC.
    static Optional<Fault> fault(JsonTree member) {
        return member.text().flatMap(text -> fault(member, text));
    }

    private static Optional<Fault> fault(JsonTree member, String text) {
        return switch (DateTime.read(text)) {
            case DateTime.Malformed malformed ->
                    Optional.of(
                            Fault.at(
                                    member,
                                    "%s %s; an RFC 3339 time in UTC such as 2026-01-31T06:00:00Z is required"
                                            .formatted(Faults.quoted(text), malformed.reason())));
            case DateTime.Moment moment ->
                    moment.isUtc()
                            ? Optional.empty()
                            : Optional.of(
                                    Fault.at(
                                                    member,
                                                    "%s is not in UTC; a time ending in Z is required"
                                                            .formatted(Faults.quoted(text)))
                                            .fixedBy(moment.instant().toString()));
        };
    }

    /// A time that conforms but is refused by some known checker, which the canonical form never is.
    static Optional<Fault> advice(JsonTree member) {
        return member.text()
                .map(DateTime::read)
                .filter(time ->
                        time instanceof DateTime.Moment moment
                                && moment.isUtc()
                                && !moment.canonical())
                .map(_ ->
                        Fault.at(
                                member,
                                "%s conforms but some receivers refuse it; the form 2026-01-31T06:00:00Z is taken by all"
                                        .formatted(Faults.quoted(member.text().orElse("")))));
    }
}
