package io.github.wis2chain.console.api;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Lets in whom the settings let in.
///
/// With a token: who carries it. Without one the server listens on loopback only, and whoever can
/// open a connection is trusted, except pages of other sites in the operator's browser: neither by
/// name (DNS rebinding: the `Host` is not a loopback name) nor openly (`Origin`,
/// `Sec-Fetch-Site`).
final class Guard {

    /// What a supervisor asks, and what tells nothing to others.
    private static final Set<String> OPEN = Set.of("/healthz", "/readyz");

    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

    private static final String BEARER = "bearer ";

    private final Optional<byte[]> token;

    Guard(ApiSettings settings) {
        this.token = settings.token().map(Guard::bytes);
    }

    /// Throws a {@link Problem} at whom it does not let in.
    void check(Context context) {
        protect(context);
        if (token.isPresent()) {
            if (!OPEN.contains(context.path())) {
                wantToken(context, token.get());
            }
        } else {
            refuseOtherHosts(context);
            refuseOtherSites(context);
        }
    }

    private static void wantToken(Context context, byte[] expected) {
        String given = context.header("Authorization");
        // Compared in constant time, so that the answer's delay does not tell how much was right.
        if (given == null
                || !given.toLowerCase(Locale.ROOT).startsWith(BEARER)
                || !MessageDigest.isEqual(
                        expected, bytes(given.substring(BEARER.length()).strip()))) {
            context.header("WWW-Authenticate", "Bearer realm=\"wis2\"");
            throw new Problem(
                    ProblemCode.UNAUTHORIZED,
                    "Send the node's token as Authorization: Bearer TOKEN.");
        }
    }

    private static void refuseOtherHosts(Context context) {
        String host = context.header("Host");
        if (host == null || !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw new Problem(
                    ProblemCode.HOST_REFUSED,
                    "Without a token this node answers on localhost only: use http://localhost or"
                            + " http://127.0.0.1, or configure a token.");
        }
    }

    private static void refuseOtherSites(Context context) {
        String site = context.header("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreign || !isOwn(context.header("Origin"), context)) {
            throw new Problem(
                    ProblemCode.CROSS_SITE,
                    "Pages of other sites, other ports of this machine included, may not use this"
                            + " node.");
        }
    }

    private static boolean isOwn(@Nullable String origin, Context context) {
        return origin == null || origin.equalsIgnoreCase("http://" + context.header("Host"));
    }

    private static void protect(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        context.header("Cache-Control", "no-store");
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
