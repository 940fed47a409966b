package io.github.wis2chain.console.api;

import java.util.Set;

/// One address of the API, method and path, with what answers it.
///
/// @param path with parameters in braces, as in the OpenAPI document
/// @param parameters the query parameters that it knows; any other is refused, because a filter
///     with a slip in its name would silently show, or change, too much
record Route(String method, String path, Set<String> parameters, Answer answer) {

    static Route get(String path, Answer answer, String... parameters) {
        return new Route("GET", path, Set.of(parameters), answer);
    }

    static Route post(String path, Answer answer, String... parameters) {
        return new Route("POST", path, Set.of(parameters), answer);
    }

    /// Whether this is the route for a path, whatever the method.
    boolean leadsTo(String asked) {
        return asked.matches(path.replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+"));
    }

    /// Answers one call, or throws a {@link Problem}.
    @FunctionalInterface
    interface Answer {
        void to(Call call) throws InterruptedException;
    }
}
