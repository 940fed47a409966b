package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the schema says of the `security` of a link: a map of OpenAPI 3.0 security schemes or references to them.
final class SecurityShape {

    private static final Set<String> PLACES = Set.of("header", "query", "cookie");

    /// The addresses that each flow of OAuth 2 must have.
    private static final Map<String, List<String>> FLOWS =
            Map.of(
                    "implicit", List.of("authorizationUrl"),
                    "password", List.of("tokenUrl"),
                    "clientCredentials", List.of("tokenUrl"),
                    "authorizationCode", List.of("authorizationUrl", "tokenUrl"));

    private SecurityShape() {}

    static void judge(JsonTree security, Dialect dialect, Faults faults) {
        for (JsonTree scheme : security.members()) {
            if (isKey(scheme.name()) && faults.is(scheme, JsonKind.OBJECT)) {
                if (scheme.has("$ref")) {
                    Values.uriReference(scheme, "$ref", dialect, faults);
                } else {
                    scheme(scheme, dialect, faults);
                }
            }
        }
    }

    /// Names outside the pattern of OpenAPI component keys are not looked at.
    private static boolean isKey(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z')
                                        || (c >= 'A' && c <= 'Z')
                                        || (c >= '0' && c <= '9')
                                        || ".-_".indexOf(c) >= 0);
    }

    private static void scheme(JsonTree scheme, Dialect dialect, Faults faults) {
        faults.optional(scheme, "description", JsonKind.STRING);
        Optional<JsonTree> type = faults.required(scheme, "type", JsonKind.STRING);
        switch (type.flatMap(JsonTree::text).orElse("")) {
            case "apiKey" -> {
                faults.required(scheme, "name", JsonKind.STRING);
                faults.required(scheme, "in", JsonKind.STRING)
                        .ifPresent(place -> Values.oneOf(place, PLACES, faults));
                only(scheme, Set.of("type", "description", "name", "in"), faults);
            }
            case "http" -> {
                Optional<JsonTree> name = faults.required(scheme, "scheme", JsonKind.STRING);
                faults.optional(scheme, "bearerFormat", JsonKind.STRING);
                boolean bearer = name.flatMap(JsonTree::text).filter("bearer"::equals).isPresent();
                Set<String> members = new HashSet<>(Set.of("type", "description", "scheme"));
                if (bearer) {
                    members.add("bearerFormat");
                }
                only(scheme, members, faults);
            }
            case "oauth2" -> {
                faults.required(scheme, "flows", JsonKind.OBJECT)
                        .ifPresent(flows -> flows(flows, dialect, faults));
                only(scheme, Set.of("type", "description", "flows"), faults);
            }
            case "openIdConnect" -> {
                faults.requiredMember(scheme, "openIdConnectUrl", "a URI reference");
                Values.uriReference(scheme, "openIdConnectUrl", dialect, faults);
                only(scheme, Set.of("type", "description", "openIdConnectUrl"), faults);
            }
            default ->
                    type.ifPresent(found ->
                            faults.add(
                                    found,
                                    "found %s; apiKey, http, oauth2 or openIdConnect is required"
                                            .formatted(Faults.quoted(found))));
        }
    }

    private static void flows(JsonTree flows, Dialect dialect, Faults faults) {
        only(flows, FLOWS.keySet(), faults);
        FLOWS.forEach((name, urls) ->
                faults.optional(flows, name, JsonKind.OBJECT)
                        .ifPresent(flow -> flow(flow, urls, dialect, faults)));
    }

    private static void flow(JsonTree flow, List<String> urls, Dialect dialect, Faults faults) {
        for (String url : urls) {
            faults.requiredMember(flow, url, "a URI reference");
            Values.uriReference(flow, url, dialect, faults);
        }
        Values.uriReference(flow, "refreshUrl", dialect, faults);
        // The schema of OpenAPI 3.0 demands scopes of the implicit flow only.
        if (flow.name().equals("implicit")) {
            faults.requiredMember(flow, "scopes", "an object");
        }
        faults.optional(flow, "scopes", JsonKind.OBJECT)
                .ifPresent(scopes ->
                        scopes.members().forEach(scope -> faults.is(scope, JsonKind.STRING)));
        Set<String> members = new HashSet<>(urls);
        members.add("refreshUrl");
        members.add("scopes");
        only(flow, members, faults);
    }

    /// Unknown members are refused here, unless their names begin with `x-`.
    private static void only(JsonTree object, Set<String> members, Faults faults) {
        for (JsonTree member : object.members()) {
            if (!members.contains(member.name()) && !member.name().startsWith("x-")) {
                faults.add(
                        member,
                        "found a member that OpenAPI 3.0 does not know here; a name that begins"
                                + " with x- is required");
            }
        }
    }
}
