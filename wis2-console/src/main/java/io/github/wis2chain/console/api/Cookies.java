package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.people.Session;
import io.javalin.http.Context;

import java.util.Optional;

/// The cookie of a session. Scripts cannot read it, other sites cannot have it sent with what
/// changes something, and where people come by https it goes no other way.
final class Cookies {

    private final ApiSettings settings;

    Cookies(ApiSettings settings) {
        this.settings = settings;
    }

    /// What the browser sent.
    Optional<AccessSecret> session(Context context) {
        return Optional.ofNullable(context.cookie(name(context)))
                .filter(text -> !text.isEmpty())
                .map(AccessSecret::new);
    }

    void give(Context context, AccessSecret secret) {
        set(context, secret.text(), Session.LONGEST.toSeconds());
    }

    void take(Context context) {
        set(context, "", 0);
    }

    private void set(Context context, String value, long seconds) {
        String cookie =
                "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                        .formatted(
                                name(context), value, seconds, isSecure(context) ? "; Secure" : "");
        context.header("Set-Cookie", cookie);
    }

    private boolean isSecure(Context context) {
        return settings.isPublicSecure() || context.req().isSecure();
    }

    /// Browsers share cookies between the ports of a host, so each node of a machine has its own.
    private static String name(Context context) {
        return "wis2_session_" + context.req().getLocalPort();
    }
}
