package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Source;

import java.util.List;

/// No pages, and the plainest one to sign in on.
enum TestFrontage implements Frontage {
    PLAIN;

    @Override
    public List<Route> routes(Node node, List<Source> sources) {
        return List.of();
    }

    @Override
    public String signIn(String next, String remark) {
        return "<form method=\"post\" action=\"/sign-in\">%s</form>".formatted(remark);
    }

    @Override
    public void refuse(Call call, Problem problem) {
        call.context().status(problem.code().status()).html(problem.detail());
    }
}
