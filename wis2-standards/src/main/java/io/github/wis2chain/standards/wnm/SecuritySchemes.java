package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges the `security` of a link: a map of OpenAPI 3.0 security schemes, as the schema of WNM 1.3 includes them.
final class SecuritySchemes {

    private SecuritySchemes() {}

    static void judge(JsonTree security, Faults faults) {
        for (JsonTree scheme : security.members()) {
            // Names outside the pattern of OpenAPI component keys are not looked at.
            if (isKey(scheme.name())
                    && faults.is(scheme, JsonKind.OBJECT)
                    && !isReference(scheme)) {
                scheme(scheme, faults);
            }
        }
    }

    /// Letters, digits and `.-_`; and one line feed after them, which the `$` of the schema's pattern takes in Python.
    private static boolean isKey(String name) {
        String key = name.endsWith("\n") ? name.substring(0, name.length() - 1) : name;
        return !key.isEmpty() && key.chars().allMatch(SecuritySchemes::isKeyCharacter);
    }

    private static boolean isKeyCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-'
                || c == '_';
    }

    /// A reference may have any further members, but then it must not be a scheme as well.
    private static boolean isReference(JsonTree scheme) {
        boolean alsoReference = scheme.member("$ref\n").filter(m -> m.text().isEmpty()).isPresent();
        return scheme.text("$ref").isPresent() && !alsoReference;
    }

    private static void scheme(JsonTree scheme, Faults faults) {
        Optional<String> type =
                faults.required(scheme, "type", JsonKind.STRING).flatMap(JsonTree::text);
        faults.optional(scheme, "description", JsonKind.STRING);
        if (type.isEmpty()) {
            return;
        }
        switch (type.get()) {
            case "apiKey" -> {
                faults.required(scheme, "name", JsonKind.STRING);
                oneOf(scheme, "in", Set.of("header", "query", "cookie"), faults);
                only(scheme, Set.of("type", "description", "name", "in"), faults);
            }
            case "http" -> {
                Optional<JsonTree> name = faults.required(scheme, "scheme", JsonKind.STRING);
                faults.optional(scheme, "bearerFormat", JsonKind.STRING);
                boolean bearer = name.flatMap(JsonTree::text).filter("bearer"::equals).isPresent();
                Set<String> members = Set.of("type", "description", "scheme");
                only(
                        scheme,
                        bearer ? Set.of("type", "description", "scheme", "bearerFormat") : members,
                        faults);
            }
            case "oauth2" -> {
                faults.required(scheme, "flows", JsonKind.OBJECT)
                        .ifPresent(flows -> flows(flows, faults));
                only(scheme, Set.of("type", "description", "flows"), faults);
            }
            case "openIdConnect" -> {
                faults.required(scheme, "openIdConnectUrl", JsonKind.STRING);
                only(scheme, Set.of("type", "description", "openIdConnectUrl"), faults);
            }
            default ->
                    faults.add(
                            Fault.at(
                                    scheme.pointer("type"),
                                    "found %s; apiKey, http, oauth2 or openIdConnect is required"
                                            .formatted(Faults.quoted(type.get()))));
        }
    }

    private static void flows(JsonTree flows, Faults faults) {
        only(
                flows,
                Set.of("implicit", "password", "clientCredentials", "authorizationCode"),
                faults);
        flow(flows, "implicit", List.of("authorizationUrl"), true, faults);
        flow(flows, "password", List.of("tokenUrl"), false, faults);
        flow(flows, "clientCredentials", List.of("tokenUrl"), false, faults);
        flow(flows, "authorizationCode", List.of("authorizationUrl", "tokenUrl"), false, faults);
    }

    private static void flow(
            JsonTree flows, String name, List<String> urls, boolean scopesRequired, Faults faults) {
        Optional<JsonTree> found = faults.optional(flows, name, JsonKind.OBJECT);
        if (found.isEmpty()) {
            return;
        }
        JsonTree flow = found.get();
        urls.forEach(url -> faults.required(flow, url, JsonKind.STRING));
        faults.optional(flow, "refreshUrl", JsonKind.STRING);
        Optional<JsonTree> scopes =
                scopesRequired
                        ? faults.required(flow, "scopes", JsonKind.OBJECT)
                        : faults.optional(flow, "scopes", JsonKind.OBJECT);
        scopes.ifPresent(s -> s.members().forEach(scope -> faults.is(scope, JsonKind.STRING)));
        Set<String> members =
                urls.size() == 2
                        ? Set.of("authorizationUrl", "tokenUrl", "refreshUrl", "scopes")
                        : Set.of(urls.getFirst(), "refreshUrl", "scopes");
        only(flow, members, faults);
    }

    private static void oneOf(JsonTree object, String name, Set<String> values, Faults faults) {
        faults.required(object, name, JsonKind.STRING)
                .flatMap(JsonTree::text)
                .filter(value -> !values.contains(value))
                .ifPresent(value ->
                        faults.add(
                                Fault.at(
                                        object.pointer(name),
                                        "found %s; one of %s is required"
                                                .formatted(
                                                        Faults.quoted(value),
                                                        String.join(
                                                                ", ",
                                                                values.stream()
                                                                        .sorted()
                                                                        .toList())))));
    }

    /// Here alone unknown members are refused, unless their names begin with `x-`.
    private static void only(JsonTree object, Set<String> members, Faults faults) {
        for (JsonTree member : object.members()) {
            if (!members.contains(member.name()) && !member.name().startsWith("x-")) {
                faults.add(
                        Fault.at(
                                member,
                                "found a member that OpenAPI 3.0 does not know here; its name must"
                                        + " begin with x-"));
            }
        }
    }
}
