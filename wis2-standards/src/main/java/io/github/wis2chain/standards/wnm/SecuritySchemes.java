package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges the `security` of a link: a map of OpenAPI 3.0 security schemes, as the schema of WNM 1.3 includes them.
final class SecuritySchemes {

    private SecuritySchemes() {}

    static void judge(JsonTree security, Shape shape) {
        for (JsonTree scheme : security.members()) {
            // Names outside the pattern of OpenAPI component keys are not looked at.
            boolean key =
                    !scheme.name().isEmpty()
                            && scheme.name().chars().allMatch(SecuritySchemes::isKeyCharacter);
            if (key && shape.is(scheme, JsonKind.OBJECT) && !isReference(scheme)) {
                scheme(scheme, shape);
            }
        }
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
        return scheme.text("$ref").isPresent();
    }

    private static void scheme(JsonTree scheme, Shape shape) {
        Optional<String> type =
                shape.required(scheme, "type", JsonKind.STRING).flatMap(JsonTree::text);
        shape.optional(scheme, "description", JsonKind.STRING);
        if (type.isEmpty()) {
            return;
        }
        switch (type.get()) {
            case "apiKey" -> {
                shape.required(scheme, "name", JsonKind.STRING);
                oneOf(scheme, "in", Set.of("header", "query", "cookie"), shape);
                only(scheme, Set.of("type", "description", "name", "in"), shape);
            }
            case "http" -> {
                Optional<JsonTree> name = shape.required(scheme, "scheme", JsonKind.STRING);
                shape.optional(scheme, "bearerFormat", JsonKind.STRING);
                boolean bearer = name.flatMap(JsonTree::text).filter("bearer"::equals).isPresent();
                Set<String> members = Set.of("type", "description", "scheme");
                only(
                        scheme,
                        bearer ? Set.of("type", "description", "scheme", "bearerFormat") : members,
                        shape);
            }
            case "oauth2" -> {
                shape.required(scheme, "flows", JsonKind.OBJECT)
                        .ifPresent(flows -> flows(flows, shape));
                only(scheme, Set.of("type", "description", "flows"), shape);
            }
            case "openIdConnect" -> {
                shape.required(scheme, "openIdConnectUrl", JsonKind.STRING);
                only(scheme, Set.of("type", "description", "openIdConnectUrl"), shape);
            }
            default ->
                    shape.add(
                            Fault.at(
                                    scheme.pointer("type"),
                                    "found %s; apiKey, http, oauth2 or openIdConnect is required"
                                            .formatted(Shape.quoted(type.get()))));
        }
    }

    private static void flows(JsonTree flows, Shape shape) {
        only(
                flows,
                Set.of("implicit", "password", "clientCredentials", "authorizationCode"),
                shape);
        flow(flows, "implicit", List.of("authorizationUrl"), true, shape);
        flow(flows, "password", List.of("tokenUrl"), false, shape);
        flow(flows, "clientCredentials", List.of("tokenUrl"), false, shape);
        flow(flows, "authorizationCode", List.of("authorizationUrl", "tokenUrl"), false, shape);
    }

    private static void flow(
            JsonTree flows, String name, List<String> urls, boolean scopesRequired, Shape shape) {
        Optional<JsonTree> found = shape.optional(flows, name, JsonKind.OBJECT);
        if (found.isEmpty()) {
            return;
        }
        JsonTree flow = found.get();
        urls.forEach(url -> shape.required(flow, url, JsonKind.STRING));
        shape.optional(flow, "refreshUrl", JsonKind.STRING);
        Optional<JsonTree> scopes =
                scopesRequired
                        ? shape.required(flow, "scopes", JsonKind.OBJECT)
                        : shape.optional(flow, "scopes", JsonKind.OBJECT);
        scopes.ifPresent(s -> s.members().forEach(scope -> shape.is(scope, JsonKind.STRING)));
        Set<String> members =
                urls.size() == 2
                        ? Set.of("authorizationUrl", "tokenUrl", "refreshUrl", "scopes")
                        : Set.of(urls.getFirst(), "refreshUrl", "scopes");
        only(flow, members, shape);
    }

    private static void oneOf(JsonTree object, String name, Set<String> values, Shape shape) {
        shape.required(object, name, JsonKind.STRING)
                .flatMap(JsonTree::text)
                .filter(value -> !values.contains(value))
                .ifPresent(value ->
                        shape.add(
                                Fault.at(
                                        object.pointer(name),
                                        "found %s; one of %s is required"
                                                .formatted(
                                                        Shape.quoted(value),
                                                        String.join(
                                                                ", ",
                                                                values.stream()
                                                                        .sorted()
                                                                        .toList())))));
    }

    /// Here alone unknown members are refused, unless their names begin with `x-`.
    private static void only(JsonTree object, Set<String> members, Shape shape) {
        for (JsonTree member : object.members()) {
            if (!members.contains(member.name()) && !member.name().startsWith("x-")) {
                shape.add(
                        Fault.at(
                                member,
                                "found a member that OpenAPI 3.0 does not know here; its name must"
                                        + " begin with x-"));
            }
        }
    }
}
