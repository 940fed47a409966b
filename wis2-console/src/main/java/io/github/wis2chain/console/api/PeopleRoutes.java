package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.AccountChange;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.people.PeopleStore;
import io.github.wis2chain.engine.people.Role;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Looks after accounts and tokens.
final class PeopleRoutes {

    private static final String TOKEN_PREFIX = "wis2t_";
    private static final int LONGEST_DAYS = 3650;

    private PeopleRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/api/v1/me", PeopleRoutes::me),
                admin(Route.get("/api/v1/users", PeopleRoutes::users)),
                admin(Route.post("/api/v1/users", PeopleRoutes::add))
                        .once(Route.Once.SECRET_REQUEST),
                admin(Route.post("/api/v1/users/{name}/password", PeopleRoutes::password))
                        .once(Route.Once.SECRET_REQUEST),
                admin(Route.post("/api/v1/users/{name}/role", PeopleRoutes::role)),
                admin(Route.post("/api/v1/users/{name}/disable", call -> enable(call, false))),
                admin(Route.post("/api/v1/users/{name}/enable", call -> enable(call, true))),
                admin(Route.post("/api/v1/users/{name}/remove", PeopleRoutes::remove)),
                admin(Route.get("/api/v1/tokens", PeopleRoutes::tokens)),
                admin(Route.post("/api/v1/tokens", PeopleRoutes::create))
                        .once(Route.Once.SECRET_ANSWER),
                admin(Route.post("/api/v1/tokens/{name}/revoke", PeopleRoutes::revoke)));
    }

    private static Route admin(Route route) {
        return route.needing(Role.ADMIN);
    }

    private static void me(Call call) {
        call.json(200, Me.of(call));
    }

    private static void users(Call call) {
        List<UserView> users = store(call).accounts().stream().map(UserView::of).toList();
        call.json(200, new Page<>(users, Optional.empty()));
    }

    private static void add(Call call) throws InterruptedException {
        ObjectNode body = call.object();
        Instant now = call.node().clock().instant();
        Account account =
                call.parsedBody(() ->
                        new Account(
                                text(body, "name"),
                                Role.parse(text(body, "role")),
                                hash(body),
                                true,
                                now));
        var deed = call.deed("user-add", account.name(), "as " + account.role().word());
        written(call, store(call).add(account, deed));
        call.json(201, UserView.of(account));
    }

    private static void password(Call call) throws InterruptedException {
        ObjectNode body = call.object();
        PasswordHash hash = call.parsedBody(() -> hash(body));
        change(call, "user-password", "", new AccountChange.ToPassword(hash));
    }

    private static void role(Call call) throws InterruptedException {
        ObjectNode body = call.object();
        Role role = call.parsedBody(() -> Role.parse(text(body, "role")));
        change(call, "user-role", "now " + role.word(), new AccountChange.ToRole(role));
    }

    private static void enable(Call call, boolean enabled) throws InterruptedException {
        String kind = enabled ? "user-enable" : "user-disable";
        change(call, kind, "", new AccountChange.ToEnabled(enabled));
    }

    private static void change(Call call, String kind, String text, AccountChange change)
            throws InterruptedException {
        String name = named(call).name();
        Account changed =
                call.durable(
                        store(call).change(name, change, call.deed(kind, name, text)),
                        ProblemCode.PEOPLE_STATE);
        call.json(200, UserView.of(changed));
    }

    private static void remove(Call call) throws InterruptedException {
        Account account = named(call);
        var deed = call.deed("user-remove", account.name(), "");
        written(call, store(call).remove(account.name(), deed));
        call.json(200, UserView.of(account));
    }

    private static void tokens(Call call) {
        List<TokenView> tokens = store(call).tokens().stream().map(TokenView::of).toList();
        call.json(200, new Page<>(tokens, Optional.empty()));
    }

    private static void create(Call call) throws InterruptedException {
        ObjectNode body = call.object();
        Instant now = call.node().clock().instant();
        var secret = AccessSecret.fresh(TOKEN_PREFIX);
        AccessToken token =
                call.parsedBody(() ->
                        new AccessToken(
                                text(body, "name"),
                                Role.parse(text(body, "role")),
                                secret.hash(),
                                call.caller().name(),
                                now,
                                days(body).map(now::plus),
                                Optional.empty()));
        var deed = call.deed("token-create", token.name(), "as " + token.role().word());
        written(call, store(call).add(token, deed));
        call.json(201, Json.flat(TokenView.of(token), new Shown(secret.text())));
    }

    private static void revoke(Call call) throws InterruptedException {
        String name = call.context().pathParam("name");
        AccessToken token =
                store(call).tokens().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.TOKEN_NOT_FOUND,
                                        "There is no token [%s]."
                                                .formatted(Call.printable(name, 64))));
        written(call, store(call).revoke(name, call.deed("token-revoke", name, "")));
        call.json(200, TokenView.of(token));
    }

    private static Account named(Call call) {
        String name = call.context().pathParam("name");
        return store(call)
                .account(name)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.USER_NOT_FOUND,
                                "There is no user [%s].".formatted(Call.printable(name, 64))));
    }

    private static PeopleStore store(Call call) {
        return call.node().people().store();
    }

    private static void written(Call call, CompletableFuture<Void> write)
            throws InterruptedException {
        call.durable(write.thenApply(done -> true), ProblemCode.PEOPLE_STATE);
    }

    private static String text(ObjectNode body, String member) {
        return body.path(member)
                .stringValueOpt()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "the body must have a member %s, a text".formatted(member)));
    }

    private static PasswordHash hash(ObjectNode body) {
        String password = text(body, "password");
        Account.checkPassword(password);
        return PasswordHash.of(password.toCharArray());
    }

    private static Optional<Duration> days(ObjectNode body) {
        var member = body.path("days");
        if (member.isMissingNode() || member.isNull()) {
            return Optional.empty();
        }
        int days = member.isInt() ? member.intValue() : 0;
        if (days < 1 || days > LONGEST_DAYS) {
            throw new IllegalArgumentException(
                    "days must be a whole number from 1 to %d".formatted(LONGEST_DAYS));
        }
        return Optional.of(Duration.ofDays(days));
    }

    /// Who calls.
    record Me(String name, String role, String kind, Optional<String> csrfToken) {
        static Me of(Call call) {
            String kind =
                    switch (call.caller().kind()) {
                        case ACCOUNT -> "account";
                        case TOKEN -> "token";
                        case LOCAL -> "local";
                    };
            return new Me(
                    call.caller().name(),
                    call.caller().role().word(),
                    kind,
                    Guard.crossSiteToken(call.context()));
        }
    }

    private record UserView(String name, String role, boolean enabled, Instant createdAt) {
        static UserView of(Account account) {
            return new UserView(
                    account.name(), account.role().word(), account.enabled(), account.createdAt());
        }
    }

    private record TokenView(
            String name,
            String role,
            String createdBy,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> usedAt) {
        static TokenView of(AccessToken token) {
            return new TokenView(
                    token.name(),
                    token.role().word(),
                    token.createdBy(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.usedAt());
        }
    }

    /// A token's secret, the one time that it is shown.
    private record Shown(String token) {}
}
