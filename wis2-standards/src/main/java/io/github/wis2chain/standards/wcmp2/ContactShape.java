package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the schema says of one contact: the one closed object of a record.
final class ContactShape {

    private static final Set<String> MEMBERS =
            Set.of(
                    "identifier",
                    "name",
                    "position",
                    "organization",
                    "logo",
                    "phones",
                    "emails",
                    "addresses",
                    "links",
                    "hoursOfService",
                    "contactInstructions",
                    "roles");

    private ContactShape() {}

    static void judge(JsonTree contact, Dialect dialect, Faults faults) {
        for (JsonTree member : contact.members()) {
            if (!MEMBERS.contains(member.name())) {
                faults.add(
                        member,
                        member.name().equals("role")
                                ? "a contact has no member role; the array roles is required"
                                        + " instead"
                                : "a contact may have listed members only, and this is none of"
                                        + " them");
            }
        }
        faults.required(contact, "organization", JsonKind.STRING);
        faults.optional(
                contact,
                List.of("identifier", "name", "position", "hoursOfService", "contactInstructions"),
                JsonKind.STRING);
        Values.strings(contact, "roles", 1, faults);
        for (JsonTree phone : Values.objects(contact, "phones", 0, faults)) {
            faults.requiredMember(phone, "value", "a telephone number");
            Values.form(
                    phone,
                    "value",
                    text -> isPhone(dialect.seen(text)),
                    "+ and 4 to 15 digits without blanks",
                    faults);
            Values.strings(phone, "roles", 1, faults);
        }
        for (JsonTree email : Values.objects(contact, "emails", 0, faults)) {
            faults.requiredMember(email, "value", "an email address");
            Values.form(
                    email,
                    "value",
                    text -> dialect.isTool() ? text.indexOf('@') >= 0 : Mailbox.isAddress(text),
                    "an email address",
                    faults);
            Values.strings(email, "roles", 1, faults);
        }
        for (JsonTree address : Values.objects(contact, "addresses", 0, faults)) {
            Values.strings(address, "deliveryPoint", 0, faults);
            faults.optional(
                    address,
                    List.of("city", "administrativeArea", "postalCode", "country"),
                    JsonKind.STRING);
            Values.strings(address, "roles", 1, faults);
        }
        Values.objects(contact, "links", 0, faults).forEach(link -> link(link, dialect, faults));
        faults.optional(contact, "logo", JsonKind.OBJECT)
                .ifPresent(logo -> logo(logo, dialect, faults));
    }

    private static void logo(JsonTree logo, Dialect dialect, Faults faults) {
        link(logo, dialect, faults);
        Optional<JsonTree> rel = faults.requiredMember(logo, "rel", "icon");
        rel.ifPresent(value -> Values.oneOf(value, Set.of("icon"), faults));
    }

    private static void link(JsonTree link, Dialect dialect, Faults faults) {
        faults.requiredMember(link, "href", "a URI");
        Values.uri(link, "href", dialect, faults);
        faults.required(link, "type", JsonKind.STRING);
        faults.optional(link, List.of("rel", "hreflang", "title"), JsonKind.STRING);
        describe(link, dialect, faults);
    }

    /// The members that links of contacts and link templates share.
    static void describe(JsonTree link, Dialect dialect, Faults faults) {
        Values.integer(link, "length", faults);
        Values.strings(link, "profile", 0, faults);
        Values.dateTime(link, "created", dialect, faults);
        Values.dateTime(link, "updated", dialect, faults);
    }

    private static boolean isPhone(String text) {
        int digits = text.length() - 1;
        return digits >= 4
                && digits <= 15
                && text.charAt(0) == '+'
                && text.charAt(1) != '0'
                && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
