package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The type, the texts, the contacts and the data policy of a record.
final class PropertyRules {

    /// `/req/core/type`.
    static final Rule TYPE =
            Rule.of(
                    Wcmp2.requirement("type").parts("B"),
                    record ->
                            notIn(
                                    record.at("/properties/type").stream().toList(),
                                    CodeLists.standard().resourceTypes()));

    /// `/req/core/title`.
    static final Rule TITLE = notBlank("title");

    /// `/req/core/description`.
    static final Rule DESCRIPTION = notBlank("description");

    /// `/req/core/contacts`, part B.
    static final Rule ORGANIZATION =
            Rule.of(
                    Wcmp2.requirement("contacts").parts("B"),
                    record -> blanks(record.each("/properties/contacts"), "organization"));

    /// `/req/core/contacts`, part C.
    static final Rule ROLES =
            Rule.of(
                    Wcmp2.requirement("contacts").parts("C"),
                    record ->
                            notIn(
                                    record.each("/properties/contacts")
                                            .flatMap(contact -> contact.each("/roles"))
                                            .toList(),
                                    CodeLists.standard().contactRoles()));

    /// The official validator aborts at a contact without roles.
    static final Rule ROLES_GIVEN =
            Rule.advice(
                    Wcmp2.requirement("contacts").parts("C"),
                    record ->
                            record.each("/properties/contacts")
                                    .filter(contact -> contact.isObject() && !contact.has("roles"))
                                    .map(contact ->
                                            Fault.at(
                                                    contact.pointer("roles"),
                                                    "roles is absent; without it the catalogues"
                                                            + " drop the record"))
                                    .toList());

    /// `/req/core/data_policy`: a dataset has a policy, and restricted data a licence.
    static final Rule POLICY =
            Rule.of(Wcmp2.requirement("data_policy").parts("AC"), PropertyRules::policy);

    private PropertyRules() {}

    private static Rule notBlank(String name) {
        return Rule.of(
                Wcmp2.requirement(name),
                record -> blanks(record.object("properties").stream(), name));
    }

    /// A fault for each member of that name that is a text without anything in it.
    static List<Fault> blanks(Stream<JsonTree> objects, String name) {
        return objects.flatMap(object -> object.member(name).stream())
                .filter(text -> text.text().filter(String::isBlank).isPresent())
                .limit(Rule.MOST_FAULTS)
                .map(text ->
                        Fault.at(
                                text,
                                "the %s is blank; one that says something is required"
                                        .formatted(name)))
                .toList();
    }

    private static List<Fault> notIn(List<JsonTree> values, Set<String> list) {
        var faults = new Faults();
        for (JsonTree value : values) {
            Optional<String> text = value.text().filter(t -> !list.contains(t));
            if (text.isPresent()) {
                Fault fault =
                        Fault.at(
                                value,
                                "found %s; one of %s is required"
                                        .formatted(
                                                Faults.quoted(text.get()),
                                                String.join(", ", list)));
                String lower = text.get().strip().toLowerCase(Locale.ROOT);
                faults.add(list.contains(lower) ? fault.fixedBy(lower) : fault);
            }
        }
        return faults.found();
    }

    private static List<Fault> policy(JsonTree record) {
        var faults = new Faults();
        Optional<JsonTree> properties = record.object("properties");
        if (properties.isEmpty()) {
            return List.of();
        }
        if (ThemeRules.isDataset(record) && !properties.get().has("wmo:dataPolicy")) {
            faults.add(
                    Fault.at(
                            "/properties/wmo:dataPolicy",
                            "wmo:dataPolicy is absent; a dataset must have core or recommended"));
        }
        boolean recommended =
                properties.get().text("wmo:dataPolicy").filter("recommended"::equals).isPresent();
        if (recommended && LinkRules.withRelation(record, "license").isEmpty()) {
            faults.add(
                    Fault.at(
                            "/links",
                            "no link has rel license; recommended data must have one to its"
                                    + " conditions"));
        }
        return faults.found();
    }
}
