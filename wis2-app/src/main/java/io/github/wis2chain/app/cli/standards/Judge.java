package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.wcmp2.KpiPorts;
import io.github.wis2chain.standards.wcmp2.Wcmp2;
import io.github.wis2chain.standards.wnm.Basis;
import io.github.wis2chain.standards.wnm.Edition;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.Optional;

/// Judges one kind of document.
interface Judge {

    /// Judges a file; what cannot be read is undecided.
    Judged judge(Document document);

    /// The judge of notifications.
    static Judge ofMessages(Profile profile, Edition edition) {
        Basis basis = Basis.of(profile).with(edition);
        return judge(
                profile,
                Wnm.requirement("validation"),
                (name, bytes) -> {
                    Report report = Wnm.validate(bytes, basis);
                    return new Judged(
                            name,
                            true,
                            report,
                            Wnm.read(bytes, profile)
                                    .document()
                                    .map(message -> Wnm.kpis(message, Optional.empty())));
                });
    }

    /// The judge of discovery records.
    static Judge ofRecords(Profile profile) {
        return judge(
                profile,
                Wcmp2.requirement("validation"),
                (name, bytes) -> {
                    Report report = Wcmp2.validate(bytes, profile);
                    return new Judged(
                            name,
                            true,
                            report,
                            Wcmp2.read(bytes, profile)
                                    .document()
                                    .map(record -> Wcmp2.kpis(record, profile, KpiPorts.NONE)));
                });
    }

    private static Judge judge(Profile profile, Requirement validation, OfBytes judge) {
        return document ->
                switch (document) {
                    case Document.Read(String name, byte[] bytes) -> judge.judge(name, bytes);
                    case Document.Unreadable unreadable ->
                            Judged.undecided(unreadable, profile, validation);
                };
    }

    /// Judges what was read.
    @FunctionalInterface
    interface OfBytes {
        Judged judge(String name, byte[] bytes);
    }
}
