package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.Caller;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.People;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.people.Session;
import io.github.wis2chain.engine.people.SignIn;
import io.javalin.http.Context;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Signs people in and out, by form.
final class SignInRoutes {

    static final String PATH = "/sign-in";

    /// A path of this node: another site cannot be written with one slash at the beginning.
    private static final Pattern OWN_PATH = Pattern.compile("/([^/\\\\\\p{Cntrl}][^\\p{Cntrl}]*)?");

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PASSWORD = 256;

    private final ApiSettings settings;
    private final Cookies cookies;
    private final Frontage frontage;

    SignInRoutes(ApiSettings settings, Frontage frontage) {
        this.settings = settings;
        this.frontage = frontage;
        this.cookies = new Cookies(settings);
    }

    List<Route> all() {
        return List.of(
                Route.get(PATH, this::show, "next").open(),
                Route.post(PATH, this::signIn).open().form(Form.SMALL),
                Route.post("/sign-out", this::signOut).needing(Role.VIEWER).form(Form.SMALL));
    }

    private void show(Call call) {
        page(call.context(), 200, ownPath(call.query("next").orElse("/")), "");
    }

    private void signIn(Call call) throws InterruptedException {
        Context context = call.context();
        Form form = call.form(Form.SMALL);
        String name = Call.printable(form.field("name"), LONGEST_NAME);
        String password = form.field("password");
        String next = ownPath(form.field("next"));
        String from = Sender.address(context, settings);
        // No account has an empty one: what is too long is refused, counted and noted like any
        // other.
        String tried = password.length() > LONGEST_PASSWORD ? "" : password;
        People people = call.node().people();
        switch (people.signIn(name, tried, from)) {
            case SignIn.Done done -> {
                if (!begin(call, done, from)) {
                    refuse(call, name, from, next);
                    return;
                }
                end(call, people);
                cookies.give(context, done.secret());
                context.status(303).header("Location", next);
            }
            case SignIn.Refused refused -> refuse(call, name, from, next);
            case SignIn.Wait wait -> {
                long seconds = Math.max(1, wait.time().toSeconds());
                context.header("Retry-After", Long.toString(seconds));
                page(
                        context,
                        429,
                        next,
                        "Too many attempts failed. Try again in %d s.".formatted(seconds));
            }
        }
    }

    /// An account that was changed while its password was looked at is refused.
    private static boolean begin(Call call, SignIn.Done done, String from)
            throws InterruptedException {
        Account account = done.account();
        Deed deed = deed(call, "sign-in", account.name(), from);
        return call.durable(
                call.node().people().store().begin(done.session(), account.password(), deed));
    }

    private void refuse(Call call, String name, String from, String next)
            throws InterruptedException {
        Deed deed = deed(call, "sign-in-refused", name, from);
        call.durable(call.node().people().store().record(deed).thenApply(kept -> true));
        page(call.context(), 401, next, "Name or password is wrong.");
    }

    private void signOut(Call call) throws InterruptedException {
        end(call, call.node().people());
        cookies.take(call.context());
        call.context().status(303).header("Location", PATH);
    }

    /// Whoever signs in anew leaves no old session behind.
    private void end(Call call, People people) throws InterruptedException {
        Optional<Session> session = Guard.caller(call.context()).flatMap(Caller::session);
        if (session.isPresent()) {
            var deed = call.deed("sign-out", session.get().account(), "");
            call.durable(people.store().end(session.get(), deed).thenApply(kept -> true));
        }
    }

    private static Deed deed(Call call, String kind, String name, String from) {
        return new Deed(kind, name, name, from, "", call.node().clock().instant());
    }

    private static String ownPath(String next) {
        return OWN_PATH.matcher(next).matches() ? next : "/";
    }

    private void page(Context context, int status, String next, String remark) {
        context.status(status)
                .contentType("text/html; charset=utf-8")
                .result(frontage.signIn(next, remark));
    }
}
