package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.StoreUnreadable;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The running REST API, with the pages that stand before it.
///
/// Every error is problem details (RFC 9457), whether a route, the router or the HTTP server itself
/// refuses.
public final class ApiServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ApiServer.class);

    /// What the bodies of all requests under way may take of the memory at one time.
    private static final int BODIES_TOGETHER = 48 << 20;

    private static final String LOCAL_PREFIX = "wis2l_";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Javalin javalin;
    private final ApiSettings settings;
    private final ChangeFeed changes;
    private final AccessSecret local;

    private ApiServer(
            Javalin javalin, ApiSettings settings, ChangeFeed changes, AccessSecret local) {
        this.javalin = javalin;
        this.settings = settings;
        this.changes = changes;
        this.local = local;
    }

    /// Starts answering.
    ///
    /// @throws ApiStartFailure if the address cannot be listened on
    public static ApiServer start(ApiSettings settings, Node node, Frontage frontage) {
        var http = new HttpSource();
        List<Source> sources = new ArrayList<>(node.sources());
        sources.add(http);
        node.metrics().watch(node, sources);
        node.changes().start(node, sources);
        List<Route> routes = new ArrayList<>(routes(http, sources, settings, frontage));
        routes.addAll(frontage.routes(node, List.copyOf(sources)));
        var local = AccessSecret.fresh(LOCAL_PREFIX);
        var guard = new Guard(settings, node.people(), local);
        var bodies =
                new Bodies(Math.max(BODIES_TOGETHER, 3 * settings.maxBody()), System::nanoTime);
        Javalin javalin =
                Javalin.create(config -> {
                    HttpLimits.apply(config, settings);
                    wire(
                            config,
                            routes,
                            guard,
                            frontage,
                            bodies,
                            context -> new Call(context, node, bodies, settings));
                });
        var server = new ApiServer(javalin, settings, node.changes(), local);
        server.listen();
        log.info("The API answers on http://{}:{}.", settings.bind(), server.port());
        return server;
    }

    /// The port that it listens on.
    public int port() {
        return javalin.port();
    }

    /// What lets in as admin until the end: for the node's own user on its own machine.
    public AccessSecret localAccess() {
        return local;
    }

    /// Ends those who listen to changes, takes no more requests and lets those under way end, for a
    /// few seconds.
    @Override
    public void close() {
        changes.close();
        javalin.stop();
        log.info("The API on port {} ended.", settings.port());
    }

    static List<Route> routes(
            HttpSource http, List<Source> sources, ApiSettings settings, Frontage frontage) {
        List<Route> routes = new ArrayList<>(new EventRoutes(http).all());
        routes.addAll(RunRoutes.all());
        routes.addAll(RunExport.all());
        routes.addAll(RunActions.all());
        routes.addAll(BulkActions.all());
        routes.addAll(new SourceRoutes(sources).all());
        routes.addAll(NotificationRoutes.all());
        routes.addAll(AuditRoutes.all());
        routes.addAll(DatasetRoutes.all());
        routes.addAll(LedgerRoutes.all());
        routes.addAll(new SubmissionRoutes(http).all());
        routes.addAll(NodeRoutes.all());
        routes.addAll(ChangeRoutes.all());
        routes.addAll(OpenApi.all());
        routes.addAll(PeopleRoutes.all());
        routes.addAll(new SignInRoutes(settings, frontage).all());
        return routes;
    }

    private void listen() {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            throw new ApiStartFailure(
                    "Port %d on %s is in use by another program: end that program, or configure another port for the API."
                            .formatted(settings.port(), settings.bind()),
                    taken);
        } catch (JavalinException failure) {
            throw new ApiStartFailure(
                    "The API cannot listen on %s, port %d: %s."
                            .formatted(settings.bind(), settings.port(), failure.getMessage()),
                    failure);
        }
    }

    private static void wire(
            JavalinConfig config,
            List<Route> routes,
            Guard guard,
            Frontage frontage,
            Bodies bodies,
            Function<Context, Call> calls) {
        RoutesConfig javalin = config.routes;
        javalin.before(context -> {
            RequestIds.begin(context);
            guard.check(context);
        });
        for (Route route : routes) {
            javalin.addHttpHandler(
                    new HandlerType(route.method()),
                    route.path(),
                    context -> {
                        Call call = calls.apply(context);
                        try {
                            guard.admit(route, call);
                            refuseUnknownParameters(route, context);
                            KeyedCalls.answer(route, call);
                        } finally {
                            bodies.release(context);
                        }
                    });
        }
        BiConsumer<Problem, Context> tell =
                (problem, context) -> {
                    // Whoever has a session is not known while sessions cannot be looked up.
                    if (wantsPage(context)
                            && (Guard.caller(context).isPresent()
                                    || problem.code() == ProblemCode.STORE_UNAVAILABLE)) {
                        frontage.refuse(calls.apply(context), problem);
                    } else {
                        answer(problem, context);
                    }
                };
        javalin.exception(Problem.class, tell::accept);
        javalin.exception(
                HttpResponseException.class,
                (refusal, context) -> tell.accept(ofRouter(refusal, context, routes), context));
        javalin.exception(
                StoreUnreadable.class,
                (failure, context) -> tell.accept(Unforeseen.store(failure, context), context));
        javalin.exception(
                Exception.class,
                (defect, context) -> tell.accept(Unforeseen.defect(defect, context), context));
    }

    private static void refuseUnknownParameters(Route route, Context context) {
        for (String name : context.queryParamMap().keySet()) {
            if (!route.parameters().contains(name)) {
                throw new Problem(
                        ProblemCode.BAD_PARAMETER,
                        "There is no parameter [%s] here; there are %s."
                                .formatted(
                                        Call.printable(name, 64),
                                        route.parameters().stream().sorted().toList()));
            }
        }
    }

    static void answer(Problem problem, Context context) {
        if (problem.code() == ProblemCode.UNAUTHORIZED && wantsPage(context)) {
            context.status(303).header("Location", SignInRoutes.PATH + "?next=" + asked(context));
            return;
        }
        if (problem.code() == ProblemCode.REQUEST_UNDER_WAY) {
            context.header("Retry-After", "1");
        }
        if (problem.code().status() == 503) {
            context.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        context.status(problem.code().status())
                .contentType(Json.PROBLEM_TYPE)
                .result(problem.json(context.path(), RequestIds.of(context)));
    }

    /// The address of this node that was asked for, as the value of a parameter.
    private static String asked(Context context) {
        String query = context.queryString();
        return URLEncoder.encode(
                query == null ? context.path() : context.path() + "?" + query,
                StandardCharsets.UTF_8);
    }

    /// A person with a browser is better helped by the page where one signs in.
    private static boolean wantsPage(Context context) {
        String accepted = context.header("Accept");
        return accepted != null
                && accepted.contains("text/html")
                && context.method().name().equals("GET")
                && !context.path().startsWith("/api/");
    }

    /// What the router or the HTTP server itself refuses.
    private static Problem ofRouter(
            HttpResponseException refusal, Context context, List<Route> routes) {
        if (Guard.caller(context).isEmpty()) {
            // What there is and what is not is told to those who are known.
            return Guard.nobody(context);
        }
        ProblemCode code = ProblemCode.ofStatus(refusal.getStatus());
        if (code == ProblemCode.METHOD_NOT_ALLOWED) {
            context.header(
                    "Allow",
                    routes.stream()
                            .filter(route -> route.leadsTo(context.path()))
                            .map(Route::method)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return new Problem(
                code,
                "%s %s: %s. The API is described at /api/openapi.yaml."
                        .formatted(
                                Call.printable(context.method().name(), 20),
                                Call.printable(context.path(), 200),
                                code.title()));
    }
}
