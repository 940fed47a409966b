package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.people.Role;

import java.util.Optional;
import java.util.Set;

/// One address of the API or the pages, method and path, with what answers it.
///
/// @param path with parameters in braces, as in the OpenAPI document
/// @param parameters the query parameters that it knows; any other is refused, because a filter
///     with a slip in its name would silently show, or change, too much
/// @param needs the least role that may call it; empty for what anybody may call
/// @param once how a call that carries a key is done once
/// @param largestForm the largest form of a page that it takes, in bytes; 0 where it takes none
public record Route(
        String method,
        String path,
        Set<String> parameters,
        Optional<Role> needs,
        Once once,
        int largestForm,
        Answer answer) {

    /// How a call that carries a key is done once.
    public enum Once {
        /// Where the node ended while it worked on it, nobody knows whether it was done.
        PLAIN,
        /// Done twice it does no harm, and so is done again where the node ended while it worked on
        /// it.
        REPEATABLE,
        /// Its request holds a secret, which must not be guessed from what is kept of it.
        SECRET_REQUEST,
        /// Its answer holds a secret, and is not kept.
        SECRET_ANSWER
    }

    /// What is looked at, by viewers and upwards.
    public static Route get(String path, Answer answer, String... parameters) {
        return new Route(
                "GET", path, Set.of(parameters), Optional.of(Role.VIEWER), Once.PLAIN, 0, answer);
    }

    /// What changes something, by operators and upwards.
    public static Route post(String path, Answer answer, String... parameters) {
        return new Route(
                "POST",
                path,
                Set.of(parameters),
                Optional.of(Role.OPERATOR),
                Once.PLAIN,
                0,
                answer);
    }

    /// The same for this role and upwards.
    public Route needing(Role role) {
        return new Route(method, path, parameters, Optional.of(role), once, largestForm, answer);
    }

    /// The same for everybody, known or not: it must tell nothing that could help an attacker.
    public Route open() {
        return new Route(method, path, parameters, Optional.empty(), once, largestForm, answer);
    }

    /// The same, done once in this way.
    Route once(Once way) {
        return new Route(method, path, parameters, needs, way, largestForm, answer);
    }

    /// The same, taking a form of a page: a session shows in it where it comes from.
    ///
    /// @param largest in bytes, as it is sent
    public Route form(int largest) {
        return new Route(method, path, parameters, needs, once, largest, answer);
    }

    /// Calls of it change something, and so may carry a key. What viewers may do changes nothing.
    boolean acts() {
        return method.equals("POST")
                && path.startsWith("/api/v1/")
                && needs.filter(role -> role.covers(Role.OPERATOR)).isPresent();
    }

    /// The same address, answered otherwise.
    public Route answering(Answer other) {
        return new Route(method, path, parameters, needs, once, largestForm, other);
    }

    /// Whether this is the route for a path, whatever the method.
    boolean leadsTo(String asked) {
        return asked.matches(path.replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+"));
    }

    /// Answers one call, or throws a {@link Problem}.
    @FunctionalInterface
    public interface Answer {
        void to(Call call) throws InterruptedException;
    }
}
