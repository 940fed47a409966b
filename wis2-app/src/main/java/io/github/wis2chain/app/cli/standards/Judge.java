package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.OfficialSchema;
import io.github.wis2chain.adapters.words.EnglishWords;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.wcmp2.KpiPorts;
import io.github.wis2chain.standards.wcmp2.LinkProbe;
import io.github.wis2chain.standards.wcmp2.Wcmp2;
import io.github.wis2chain.standards.wcmp2.WordList;
import io.github.wis2chain.standards.wnm.Basis;
import io.github.wis2chain.standards.wnm.DiscoveryCatalogue;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.Optional;

/// Judges one kind of document.
interface Judge {

    /// Judges a file; what cannot be read is undecided.
    Judged judge(Document document) throws InterruptedException;

    /// The judge of notifications.
    ///
    /// @param schema the official schema, if it was fetched
    /// @param catalogue who is asked for the records that notifications name, if anybody is
    static Judge ofMessages(
            Basis basis, Optional<OfficialSchema> schema, Optional<DiscoveryCatalogue> catalogue) {
        Profile profile = basis.profile();
        Requirement validation = Wnm.requirement("validation");
        var official =
                new SecondOpinion(
                        schema, schema.flatMap(found -> found.misfit(basis.edition())), validation);
        return judge(
                profile,
                validation,
                (name, bytes) -> {
                    Optional<JsonTree> document = Wnm.read(bytes, profile).document();
                    return Judged.of(
                            name,
                            official.on(Wnm.validate(bytes, basis), document),
                            document.map(message -> Wnm.kpis(message, catalogue)));
                });
    }

    /// The judge of discovery records.
    ///
    /// @param hierarchy the topics and centres that are known
    /// @param schema the official schema, if it was fetched
    /// @param links what opens the links of a record, if they are to be opened
    static Judge ofRecords(
            Profile profile,
            TopicHierarchy hierarchy,
            Optional<OfficialSchema> schema,
            Optional<RecordLinks> links) {
        Requirement validation = Wcmp2.requirement("validation");
        var official =
                new SecondOpinion(
                        schema, schema.flatMap(OfficialSchema::misfitOfRecords), validation);
        Optional<WordList> words = Optional.of(EnglishWords.of(profile));
        return judge(
                profile,
                validation,
                (name, bytes) -> {
                    Optional<JsonTree> document = Wcmp2.read(bytes, profile).document();
                    Optional<JsonTree> record = document.filter(JsonTree::isObject);
                    Optional<LinkProbe> probe = Optional.empty();
                    if (links.isPresent() && record.isPresent()) {
                        probe = Optional.of(links.get().opened(record.get()));
                    }
                    var ports = new KpiPorts(probe, words);
                    return Judged.of(
                            name,
                            official.on(Wcmp2.validate(bytes, profile, hierarchy), document),
                            record.map(found -> Wcmp2.kpis(found, profile, ports)));
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
        Judged judge(String name, byte[] bytes) throws InterruptedException;
    }
}
