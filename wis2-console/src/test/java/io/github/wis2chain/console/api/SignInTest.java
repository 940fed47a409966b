package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.AccountChange;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.people.Session;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Signing in and out, and what a session may do.
final class SignInTest extends ApiTest {

    private static final PasswordHash PASSWORD = PasswordHash.of("correct horse".toCharArray());
    private final Instant now = Instant.now();

    @BeforeEach
    void jane() {
        node.known
                .add(
                        new Account("jane", Role.OPERATOR, PASSWORD, true, now),
                        new Deed("user-add", "jane", "test", "", "", now))
                .join();
    }

    @Test
    void who_signs_in_gets_a_cookie_that_scripts_and_other_sites_cannot_use() {
        HttpResponse<String> response = signIn("jane", "correct horse", "/runs?state=failed");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue("/runs?state=failed");
        assertThat(response.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("wis2_session_%d=wis2s_".formatted(server.port()))
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Secure");
        assertThat(node.known.deeds().getLast().kind()).isEqualTo("sign-in");
        assertThat(node.known.deeds().getLast().from()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_session_reads_with_its_cookie_and_changes_with_its_cross_site_token() {
        String cookie = cookie(signIn("jane", "correct horse", "/"));
        String token = json(withCookie("GET", "/api/v1/me", cookie)).path("csrf_token").asString();

        refused(withCookie("POST", "/api/v1/sources/argo-files/pause", cookie), 403, "CROSS_SITE");
        refused(
                withCookie(
                        "POST", "/api/v1/sources/argo-files/pause", cookie, "X-Wis2-Csrf", "other"),
                403,
                "CROSS_SITE");
        assertThat(
                        withCookie(
                                        "POST",
                                        "/api/v1/sources/argo-files/pause",
                                        cookie,
                                        "X-Wis2-Csrf",
                                        token)
                                .statusCode())
                .isEqualTo(200);
        assertThat(node.runs.sourceActs().getLast().who()).isEqualTo("jane");
    }

    @Test
    void a_signed_out_session_is_worth_nothing() {
        String cookie = cookie(signIn("jane", "correct horse", "/"));
        String token = json(withCookie("GET", "/api/v1/me", cookie)).path("csrf_token").asString();

        HttpResponse<String> out =
                sendAs(
                        Optional.empty(),
                        "/sign-out",
                        request ->
                                request.header("Cookie", cookie)
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString("csrf=" + token)));

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
        refused(withCookie("GET", "/api/v1/me", cookie), 401, "UNAUTHORIZED");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Wis2-Unattended, true, 401",
        "Accept, text/event-stream, 401",
        "Accept, text/html, 200"
    })
    void a_session_that_is_merely_left_open_ends(String header, String value, int then) {
        String cookie = cookie(signIn("jane", "correct horse", "/"));
        node.ahead = Session.IDLE.minusHours(1);
        assertThat(withCookie("GET", "/api/v1/me", cookie, header, value).statusCode())
                .isEqualTo(200);

        node.ahead = Session.IDLE.plusHours(1);

        assertThat(withCookie("GET", "/api/v1/me", cookie).statusCode()).isEqualTo(then);
    }

    @Test
    void another_password_ends_the_sessions() {
        String cookie = cookie(signIn("jane", "correct horse", "/"));

        postJson("/api/v1/users/jane/password", "{\"password\":\"battery staple\"}");

        refused(withCookie("GET", "/api/v1/me", cookie), 401, "UNAUTHORIZED");
        assertThat(signIn("jane", "correct horse", "/").statusCode()).isEqualTo(401);
        assertThat(signIn("jane", "battery staple", "/").statusCode()).isEqualTo(303);
    }

    @Test
    void a_password_that_is_changed_while_it_is_looked_at_lets_nobody_in() {
        node.afterLookup =
                () ->
                        node.known
                                .change(
                                        "jane",
                                        new AccountChange.ToPassword(
                                                PasswordHash.of("battery staple".toCharArray())),
                                        new Deed("user-password", "jane", "test", "", "", now))
                                .join();

        HttpResponse<String> answer = signIn("jane", "correct horse", "/");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(node.known.deeds().getLast().kind()).isEqualTo("sign-in-refused");
    }

    @Test
    void a_disabled_account_and_an_unknown_one_are_refused_in_the_same_words() {
        String wrong = signIn("jane", "wrong", "/").body();
        postJson(
                "/api/v1/users",
                "{\"name\":\"ada\",\"role\":\"admin\",\"password\":\"0123456789\"}");
        assertThat(post("/api/v1/users/jane/disable", "").statusCode()).isEqualTo(200);

        assertThat(signIn("jane", "correct horse", "/").body()).isEqualTo(wrong);
        assertThat(signIn("nobody", "correct horse", "/").body()).isEqualTo(wrong);
        assertThat(node.known.deeds().getLast())
                .extracting(Deed::kind, Deed::who)
                .containsExactly("sign-in-refused", "nobody");
    }

    @Test
    void who_guesses_is_told_to_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("jane", "guess", "/").statusCode()).isEqualTo(401);
        }
        // From here on each makes wait longer than a password takes to be looked at.
        HttpResponse<String> response = signIn("jane", "guess", "/");
        while (response.statusCode() == 401) {
            response = signIn("jane", "guess", "/");
        }

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, /",
        "//evil.example, /",
        "/\\evil.example, /",
        "javascript:alert(1), /",
        "/runs/1, /runs/1"
    })
    void one_is_led_on_only_within_the_node(String next, String led) {
        assertThat(signIn("jane", "correct horse", next).headers().firstValue("Location"))
                .hasValue(led);
    }

    @Test
    void the_page_allows_no_script_but_ours() {
        assertThat(get("/sign-in").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void a_browser_is_led_to_the_page_and_a_program_is_told() {
        HttpResponse<String> browser =
                sendAs(
                        Optional.empty(),
                        "/metrics",
                        request -> request.header("Accept", "text/html,*/*"));

        assertThat(browser.statusCode()).isEqualTo(303);
        assertThat(browser.headers().firstValue("Location")).hasValue("/sign-in?next=%2Fmetrics");
        refused(sendAs(Optional.empty(), "/metrics", request -> request), 401, "UNAUTHORIZED");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere?state=failed&q=a%20b, /nowhere?state=failed&q=a%20b",
        "//evil.example/x?a=b, /",
        "/nowhere?next=//evil.example, /nowhere?next=//evil.example"
    })
    void one_is_led_to_the_very_address_that_one_asked_for(String asked, String led) {
        String signIn =
                sendAs(
                                Optional.empty(),
                                asked,
                                request -> request.header("Accept", "text/html,*/*"))
                        .headers()
                        .firstValue("Location")
                        .orElse("");
        assertThat(signIn).startsWith("/sign-in?next=").doesNotContain("&");

        String next = URLDecoder.decode(signIn.split("=", 2)[1], StandardCharsets.UTF_8);

        assertThat(signIn("jane", "correct horse", next).headers().firstValue("Location"))
                .hasValue(led);
    }

    @Test
    void the_last_admin_stays() {
        postJson(
                "/api/v1/users",
                "{\"name\":\"ada\",\"role\":\"admin\",\"password\":\"0123456789\"}");

        refused(post("/api/v1/users/ada/remove", ""), 409, "PEOPLE_STATE");
        refused(postJson("/api/v1/users/ada/role", "{\"role\":\"viewer\"}"), 409, "PEOPLE_STATE");
        refused(post("/api/v1/users/nobody/remove", ""), 404, "USER_NOT_FOUND");
        refused(
                postJson(
                        "/api/v1/users",
                        "{\"name\":\"ada\",\"role\":\"admin\",\"password\":\"0123456789\"}"),
                409,
                "PEOPLE_STATE");
        refused(
                postJson(
                        "/api/v1/users",
                        "{\"name\":\"bob\",\"role\":\"admin\",\"password\":\"short\"}"),
                400,
                "BAD_PARAMETER");
        assertThat(get("/api/v1/users").body()).doesNotContain("pbkdf2");
    }

    private HttpResponse<String> signIn(String name, String password, String next) {
        return sendAs(
                Optional.empty(),
                "/sign-in",
                request ->
                        request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "name=%s&password=%s&next=%s"
                                                        .formatted(
                                                                encoded(name),
                                                                encoded(password),
                                                                encoded(next)))));
    }

    private HttpResponse<String> withCookie(
            String method, String path, String cookie, String... headers) {
        return sendAs(
                Optional.empty(),
                path,
                request -> {
                    if (headers.length > 0) {
                        request.headers(headers);
                    }
                    return request.header("Cookie", cookie).method(method, BodyPublishers.noBody());
                });
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
