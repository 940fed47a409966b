package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.people.Caller;
import io.github.wis2chain.engine.people.People;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.run.StoreUnreadable;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Finds out who calls, and lets them do what their role allows.
///
/// Somebody is known by a token, or by a session whose cookie the browser sends. Because it sends it
/// with every request, whoever made the page, what changes something must also show the session's
/// cross-site token. Pages of other sites are refused by name (DNS rebinding: the `Host` is not one
/// of ours) and openly (`Origin`, `Sec-Fetch-Site`).
public final class Guard {

    /// Where a request of a session shows that it comes from our own page.
    static final String CROSS_SITE_HEADER = "X-Wis2-Csrf";

    /// The same in a form.
    static final String CROSS_SITE_FIELD = "csrf";

    /// Marks what a page that was left open asks for by itself, which is no use of its session. Whoever
    /// sends it without need is only signed out the sooner.
    static final String UNATTENDED_HEADER = "X-Wis2-Unattended";

    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

    private static final String PAGES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String BEARER = "bearer ";
    private static final String CALLER = "wis2.caller";
    private static final String CALLER_AGAIN = "wis2.caller-again";
    private static final String CROSS_SITE = "wis2.cross-site";

    private final ApiSettings settings;
    private final People people;
    private final AccessSecret local;
    private final Cookies cookies;

    /// @param local what the node's own user on its own machine carries
    Guard(ApiSettings settings, People people, AccessSecret local) {
        this.settings = settings;
        this.people = people;
        this.local = local;
        this.cookies = new Cookies(settings);
    }

    /// Whoever it is that calls; empty for nobody that is known.
    static Optional<Caller> caller(Context context) {
        return Optional.ofNullable(context.attribute(CALLER));
    }

    /// Whether who calls is still somebody who may call this route: asked by those whose answer has no
    /// end, long after they were admitted. Who cannot be looked up is not.
    static boolean stillAdmits(Role needed, Context context) {
        Supplier<Optional<Caller>> again = context.attribute(CALLER_AGAIN);
        try {
            return again != null
                    && again.get().filter(caller -> caller.role().covers(needed)).isPresent();
        } catch (StoreUnreadable unknown) {
            return false;
        }
    }

    /// What a page of this session must show with what changes something.
    public static Optional<String> crossSiteToken(Context context) {
        return Optional.ofNullable(context.attribute(CROSS_SITE));
    }

    /// Before everything else: refuses other sites and remembers who calls.
    void check(Context context) {
        protect(context);
        refuseOtherHosts(context);
        refuseOtherSites(context);
        identify(context);
    }

    /// Throws a {@link Problem} at whom the route is not for.
    void admit(Route route, Call call) {
        if (route.needs().isEmpty()) {
            return;
        }
        Context context = call.context();
        Caller caller = caller(context).orElseThrow(() -> nobody(context));
        Role needed = route.needs().get();
        if (!caller.role().covers(needed)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "This needs the role %s; %s has the role %s."
                            .formatted(needed.word(), caller.name(), caller.role().word()));
        }
        wantCrossSiteToken(route, call);
    }

    /// What is told to whoever is not known.
    static Problem nobody(Context context) {
        context.header("WWW-Authenticate", "Bearer realm=\"wis2\"");
        return new Problem(
                ProblemCode.UNAUTHORIZED,
                "Sign in, or send a token that is valid as Authorization: Bearer TOKEN. The wis2"
                        + " command finds its own access where it runs on the node's machine as the"
                        + " node's user; elsewhere give it --token-file or WIS2_TOKEN. An admin"
                        + " makes tokens with wis2 token create.");
    }

    private void identify(Context context) {
        String given = context.header("Authorization");
        if (given != null) {
            if (given.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
                String token = given.substring(BEARER.length()).strip();
                byToken(token, people::byToken)
                        .ifPresent(caller -> context.attribute(CALLER, caller));
                remember(context, () -> byToken(token, people::holderOfToken));
            }
            return;
        }
        cookies.session(context)
                .ifPresent(secret ->
                        holder(context, secret)
                                .ifPresent(caller -> {
                                    context.attribute(CALLER, caller);
                                    context.attribute(CROSS_SITE, secret.crossSiteToken());
                                    remember(context, () -> people.holderOfSession(secret));
                                }));
    }

    /// A browser that listens to changes says what it takes, and can say nothing else.
    private Optional<Caller> holder(Context context, AccessSecret session) {
        boolean unattended =
                context.header(UNATTENDED_HEADER) != null
                        || "text/event-stream".equals(context.header("Accept"));
        return unattended ? people.holderOfSession(session) : people.bySession(session);
    }

    private static void remember(Context context, Supplier<Optional<Caller>> again) {
        context.attribute(CALLER_AGAIN, again);
    }

    private Optional<Caller> byToken(String given, Function<AccessSecret, Optional<Caller>> kept) {
        if (same(given, local.text())) {
            return Optional.of(
                    new Caller(
                            System.getProperty("user.name", "somebody") + " (local)",
                            Role.ADMIN,
                            Caller.Kind.LOCAL,
                            Optional.empty()));
        }
        if (settings.token().filter(configured -> same(given, configured)).isPresent()) {
            return Optional.of(Caller.token("api.token", Role.ADMIN));
        }
        return kept.apply(new AccessSecret(given));
    }

    private static void wantCrossSiteToken(Route route, Call call) {
        Context context = call.context();
        Optional<String> expected = crossSiteToken(context);
        if (expected.isEmpty() || READING.contains(context.method().name())) {
            return;
        }
        String given = context.header(CROSS_SITE_HEADER);
        if (given == null && route.largestForm() > 0 && Form.isSent(context)) {
            given = call.form(route.largestForm()).field(CROSS_SITE_FIELD);
        }
        if (given == null || !same(given, expected.get())) {
            throw new Problem(
                    ProblemCode.CROSS_SITE,
                    "A session must show its csrf_token of /api/v1/me in the header %s, or in the form field %s."
                            .formatted(CROSS_SITE_HEADER, CROSS_SITE_FIELD));
        }
    }

    /// Compared in constant time, so that the answer's delay does not tell how much was right.
    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(bytes(given), bytes(expected));
    }

    /// With a token of the configuration the node may stand behind a proxy that gives it any name.
    private void refuseOtherHosts(Context context) {
        String host = context.header("Host");
        boolean ours =
                host != null
                        && (LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()
                                || settings.isPublicHost(host));
        if (settings.token().isEmpty() && !ours) {
            throw new Problem(
                    ProblemCode.HOST_REFUSED,
                    "This node answers on localhost and on the host of api.public-url only: use"
                            + " http://localhost or http://127.0.0.1, or configure the other.");
        }
    }

    private void refuseOtherSites(Context context) {
        String site = context.header("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        if ((foreign && !isLink(context)) || !isOwn(context.header("Origin"), context)) {
            throw new Problem(
                    ProblemCode.CROSS_SITE,
                    "Pages of other sites, other ports of this machine included, may not use this"
                            + " node.");
        }
    }

    /// A link to a page of the console, in a mail or on a dashboard, may be followed: it changes
    /// nothing, and the other site sees nothing of it.
    private static boolean isLink(Context context) {
        return context.method().name().equals("GET")
                && "navigate".equals(context.header("Sec-Fetch-Mode"))
                && "document".equals(context.header("Sec-Fetch-Dest"))
                && !isData(context);
    }

    private boolean isOwn(@Nullable String origin, Context context) {
        return origin == null
                || origin.equalsIgnoreCase("http://" + context.header("Host"))
                || settings.isPublicOrigin(origin);
    }

    private static boolean isData(Context context) {
        return context.path().startsWith("/api/");
    }

    private static void protect(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        // Not no-referrer, with which a browser calls the origin of our own forms null.
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Content-Security-Policy", isData(context) ? DATA : PAGES);
        context.header("Cache-Control", "no-store");
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
