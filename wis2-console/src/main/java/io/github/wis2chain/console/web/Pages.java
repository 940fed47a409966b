package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.Frontage;
import io.github.wis2chain.console.api.Node;
import io.github.wis2chain.console.api.Problem;
import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.engine.run.Source;
import io.javalin.http.Context;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The console: every page, and the assets that they load.
///
/// Pages only show. What changes something is done by their scripts through the REST API, so that
/// there is one way to do it, with one set of rights.
public final class Pages implements Frontage {

    private final Templates templates = new Templates();

    @Override
    public List<Route> routes(Node node, List<Source> sources) {
        List<Route> pages = new ArrayList<>();
        pages.addAll(new OverviewPage(templates, sources).all());
        pages.addAll(new NeedsYouPage(templates).all());
        pages.addAll(new RunsPage(templates, sources).all());
        pages.addAll(new RunPage(templates).all());
        pages.addAll(new PublishedPage(templates).all());
        pages.addAll(new ToolsPage(templates, node.limits()).all());
        List<Route> routes = new ArrayList<>(pages.stream().map(this::forPeople).toList());
        routes.addAll(Assets.all());
        return routes;
    }

    @Override
    public String signIn(String next, String remark) {
        return templates.text("signin.jte", Map.of("next", next, "remark", remark));
    }

    /// Tells people what went wrong as a page, not as problem details. A script of ours that sends
    /// something wants to know it, not to show it.
    private Route forPeople(Route route) {
        return route.answering(call -> {
            try {
                route.answer().to(call);
            } catch (Problem problem) {
                if (sendsWithoutForm(call.context())) {
                    throw problem;
                }
                refuse(call, problem);
            }
        });
    }

    /// A browser that sends a form says that it takes a page.
    private static boolean sendsWithoutForm(Context context) {
        String accepted = Objects.requireNonNullElse(context.header("Accept"), "");
        return context.method().name().equals("POST") && !accepted.contains("text/html");
    }

    @Override
    public void refuse(Call call, Problem problem) {
        call.context().status(problem.code().status());
        if (problem.code().status() >= 500) {
            // Plain, because what stands around the others could meet the same failure.
            templates.show(call, "defect.jte", Map.of("problem", problem));
            return;
        }
        templates.show(
                call,
                "problem.jte",
                Map.of("frame", Frame.of(call, problem.code().title(), ""), "problem", problem));
    }
}
