package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;

/// The indicator `contacts`: whom to ask, and how.
///
/// The tool rates the countries and the email of the last contact, the KPI document a publisher and the email of the
/// host.
final class ContactsKpi {

    private ContactsKpi() {}

    static KpiResult score(JsonTree record, Profile profile) {
        List<JsonTree> contacts = record.each("/properties/contacts").toList();
        Optional<JsonTree> host =
                contacts.stream().filter(c -> hasRole(c, "host")).reduce((_, last) -> last);
        boolean instructed =
                host.flatMap(c -> c.member("contactInstructions"))
                        .filter(instructions -> !instructions.isNull())
                        .isPresent();
        var points = new Points("contacts");
        Optional<JsonTree> reached = host;
        switch (profile) {
            case REFERENCE -> {
                points.add(
                        contacts.stream()
                                .flatMap(c -> c.each("/addresses"))
                                .flatMap(address -> address.member("country").stream())
                                .filter(country -> !country.isNull())
                                .allMatch(country ->
                                        country.text().filter(Countries::isAlpha3).isPresent()),
                        "A country is no code of ISO 3166-1 alpha-3.");
                reached = host.isPresent() ? Optional.of(contacts.getLast()) : Optional.empty();
            }
            case STRICT ->
                    points.add(
                            contacts.stream().anyMatch(c -> hasRole(c, "publisher")),
                            "No contact has the role publisher.");
        }
        boolean email =
                reached.stream()
                        .flatMap(c -> c.each("/emails"))
                        .anyMatch(address -> address.has("value"));
        return points.add(host.isPresent(), "No contact has the role host.")
                .add(instructed, "No host has contactInstructions.")
                .add(email, "There is no email address to reach the host.")
                .result();
    }

    private static boolean hasRole(JsonTree contact, String role) {
        return contact.each("/roles")
                .anyMatch(item -> item.text().filter(role::equals).isPresent());
    }
}
