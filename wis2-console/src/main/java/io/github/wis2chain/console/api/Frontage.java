package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Source;

import java.util.List;

/// What people are shown at the API's port.
public interface Frontage {

    /// The addresses of the pages.
    ///
    /// @param sources those of the node and the API's own
    List<Route> routes(Node node, List<Source> sources);

    /// The page to sign in on: a form that posts `name`, `password` and `next` to `/sign-in`.
    ///
    /// @param next the path to go to afterwards
    /// @param remark why the last try failed; empty for the first
    String signIn(String next, String remark);

    /// Shows a person that is known why there is no page.
    void refuse(Call call, Problem problem);
}
