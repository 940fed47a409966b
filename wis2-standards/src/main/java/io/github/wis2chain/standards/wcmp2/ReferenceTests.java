package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.CentreStanding;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.util.List;
import java.util.Optional;

/// The tests of pywcmp 0.14.4 that look at the record, links apart. Each reports its first objection.
final class ReferenceTests {

    /// The official tool reads the headings of its lists as entries.
    static final String HEADING = "Name";

    private static final String DISCIPLINE = "earth-system-discipline";

    private ReferenceTests() {}

    static Optional<Fault> contacts(JsonTree record) {
        Optional<JsonTree> contacts = record.at("/properties/contacts");
        if (contacts.isEmpty()) {
            return aborted("/properties/contacts", "there are no contacts");
        }
        if (isNoList(contacts.get())) {
            return aborted("/properties/contacts", "the contacts are no array");
        }
        for (JsonTree contact : contacts.get().items()) {
            Optional<JsonTree> roles = contact.member("roles");
            if (roles.isEmpty()) {
                return aborted(contact.pointer("roles"), "the contact has no roles");
            }
            if (isNoList(roles.get())) {
                return aborted(contact.pointer("roles"), "the roles are no array");
            }
            for (JsonTree role : roles.get().items()) {
                String text = role.text().orElse("");
                if (!text.equals(HEADING) && !CodeLists.standard().contactRoles().contains(text)) {
                    return failed(role, "the role %s is not in the list", role);
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Fault> dataPolicy(JsonTree record) {
        if (record.at("/properties/type").isEmpty()) {
            return aborted("/properties/type", "there is no type");
        }
        if (!ThemeRules.isDataset(record)) {
            return Optional.empty();
        }
        String policy =
                record.at("/properties/wmo:dataPolicy")
                        .map(p -> p.text().orElse(""))
                        .orElse("none");
        return switch (policy) {
            case "none" ->
                    failed(
                            "/properties/wmo:dataPolicy",
                            "the dataset has no policy; one is required");
            case "core" -> Optional.empty();
            case "recommended" ->
                    LinkRules.withRelation(record, "license").isEmpty()
                            ? failed(
                                    "/links",
                                    "no link has rel license; recommended data must have one")
                            : Optional.empty();
            default ->
                    failed(
                            "/properties/wmo:dataPolicy",
                            "the policy is neither core nor recommended, one of which is required");
        };
    }

    static Optional<Fault> extentGeospatial(JsonTree record) {
        Optional<JsonTree> geometry = record.member("geometry");
        if (geometry.isEmpty()) {
            return aborted("/geometry", "there is no geometry");
        }
        if (geometry.get().isNull()) {
            return Optional.empty();
        }
        if (!geometry.get().isObject() || !ExtentRules.hasShape(geometry.get())) {
            return aborted("/geometry", "the geometry has not the shape of one");
        }
        Optional<JsonTree> position = ExtentRules.longPosition(record);
        if (position.isPresent()) {
            return aborted(position.get().pointer(), "the position has more than three numbers");
        }
        if (ReferenceGeometry.aborts(geometry.get())) {
            return aborted("/geometry", "the geometry mixes what cannot be mixed");
        }
        return GeometryCheck.fault(geometry.get())
                .map(reason -> Fault.at("/geometry", "the geometry " + reason));
    }

    static Optional<Fault> extentTemporal(JsonTree record) {
        if (!record.isObject()) {
            return aborted("", "the record is no object");
        }
        boolean noObject =
                record.member("time")
                        .filter(time -> !time.isNull() && !time.isObject())
                        .isPresent();
        if (noObject) {
            return aborted("/time", "the time is no object");
        }
        Optional<JsonTree> resolution =
                record.at("/time/resolution").filter(value -> !value.isNull());
        return resolution
                .filter(value ->
                        !value.text().filter(text -> TimeText.isDuration(text, true)).isPresent())
                .map(value ->
                        Fault.at(
                                value,
                                "%s is no duration of ISO 8601, which is required"
                                        .formatted(Faults.quoted(value))));
    }

    static Optional<Fault> identifier(JsonTree record, TopicHierarchy hierarchy) {
        Optional<String> id = record.text("id");
        if (id.isEmpty()) {
            return aborted("/id", "the identifier is no string");
        }
        String[] tokens = id.get().split(":", -1);
        String local = tokens[tokens.length - 1];
        if (tokens.length < 5) {
            return failed("/id", "the identifier has less than the five parts that are required");
        }
        if (!id.get().startsWith(IdentifierRules.PREFIX)) {
            return failed("/id", "the identifier begins without urn:wmo:md:, which is required");
        }
        if (local.indexOf(' ') >= 0) {
            return failed("/id", "the last part has a blank; none is required");
        }
        if (!isCentre(tokens[3], hierarchy)) {
            return failed("/id", "the centre is not in the list; a listed one is required");
        }
        if (!id.get().chars().allMatch(c -> c < 0x80)) {
            return failed(
                    "/id", "the identifier has other characters than ASCII, which is required");
        }
        return local.isEmpty()
                ? failed("/id", "the last part is empty; a local identifier is required")
                : Optional.empty();
    }

    static Optional<Fault> themes(JsonTree record) {
        Optional<JsonTree> themes = record.at("/properties/themes");
        if (themes.isEmpty()) {
            return aborted("/properties/themes", "there are no themes");
        }
        if (themes.get().size() == 0) {
            return failed("/properties/themes", "there is no theme; one is required");
        }
        boolean disciplined = false;
        for (JsonTree theme : themes.get().items()) {
            List<JsonTree> concepts = theme.each("/concepts").toList();
            Optional<JsonTree> given = theme.member("scheme").filter(member -> !member.isNull());
            String scheme = theme.text("scheme").orElse("");
            if (concepts.isEmpty()) {
                return failed(theme.pointer("concepts"), "there is no concept; one is required");
            }
            if (given.isEmpty()) {
                return failed(theme.pointer("scheme"), "there is no scheme; one is required");
            }
            if (given.get().text().isEmpty()) {
                return aborted(theme.pointer("scheme"), "the scheme is no string");
            }
            disciplined |= scheme.contains(DISCIPLINE);
            for (JsonTree concept : concepts) {
                if (concept.member("id").filter(id -> !id.isNull()).isEmpty()) {
                    return failed(concept.pointer("id"), "there is no id; one is required");
                }
                String id = concept.text("id").orElse("");
                if (scheme.endsWith(DISCIPLINE) && !isDiscipline(id)) {
                    return failed(concept, "%s is no Earth system discipline", concept);
                }
            }
        }
        return disciplined
                ? Optional.empty()
                : failed(
                        "/properties/themes",
                        "no theme has a scheme with earth-system-discipline; one is required");
    }

    static Optional<Fault> type(JsonTree record) {
        Optional<JsonTree> type = record.at("/properties/type");
        if (type.isEmpty()) {
            return aborted("/properties/type", "there is no type");
        }
        String text = type.get().text().orElse("");
        boolean known = text.equals(HEADING) || CodeLists.standard().resourceTypes().contains(text);
        return known
                ? Optional.empty()
                : failed(type.get(), "the type %s is not in the list", type.get());
    }

    /// What Python cannot go through as a list, or would go through letter by letter.
    static boolean isNoList(JsonTree value) {
        boolean nothing =
                (value.isObject() && value.size() == 0)
                        || value.text().filter(String::isEmpty).isPresent();
        return !value.isArray() && !nothing;
    }

    /// A centre of the table, in use or retired, or whatever ends in `-test`.
    static boolean isCentre(String text, TopicHierarchy hierarchy) {
        if (text.endsWith("-test")) {
            return true;
        }
        CentreStanding standing = hierarchy.standing(text);
        return standing == CentreStanding.REGISTERED || standing == CentreStanding.RETIRED;
    }

    /// A line of the table of disciplines, of any depth.
    static boolean isDiscipline(String path) {
        return TopicHierarchy.standard().status(path).isPresent();
    }

    static Optional<Fault> failed(String pointer, String message) {
        return Optional.of(Fault.at(pointer, message));
    }

    private static Optional<Fault> failed(JsonTree at, String message, JsonTree quoted) {
        return failed(
                at.pointer(),
                message.formatted(Faults.quoted(quoted)) + "; a listed one is required");
    }

    static Optional<Fault> aborted(String pointer, String message) {
        return failed(pointer, message + "; the official validator aborts here");
    }
}
