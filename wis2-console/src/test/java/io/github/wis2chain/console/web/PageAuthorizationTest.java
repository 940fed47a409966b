package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Who may see and do what in the console. A page that is missing here fails the test: think, then
/// add it.
final class PageAuthorizationTest extends BrowserTest {

    private static final String ASSETS = "GET /assets/";

    /// The least who may call each route, besides what pages load.
    private static final Map<String, Role> TABLE =
            Map.ofEntries(
                    Map.entry("GET /", Role.VIEWER),
                    Map.entry("GET /needs-you", Role.VIEWER),
                    Map.entry("GET /runs", Role.VIEWER),
                    Map.entry("GET /runs/{id}", Role.VIEWER),
                    Map.entry("GET /runs/{id}/text", Role.VIEWER),
                    Map.entry("POST /runs/{id}/try", Role.OPERATOR),
                    Map.entry("GET /published", Role.VIEWER),
                    Map.entry("GET /published/{id}", Role.VIEWER),
                    Map.entry("GET /tools", Role.VIEWER),
                    Map.entry("POST /tools/document", Role.VIEWER),
                    Map.entry("POST /tools/link", Role.OPERATOR));

    @Test
    void every_page_needs_what_the_table_says_and_nobody_is_refused_what_they_load() {
        Map<String, Optional<Role>> pages = new TreeMap<>();
        Map<String, Optional<Role>> assets = new TreeMap<>();
        for (Route route : new Pages().routes(node, List.of())) {
            String address = route.method() + " " + route.path();
            (address.startsWith(ASSETS) ? assets : pages).put(address, route.needs());
        }

        Map<String, Optional<Role>> expected = new TreeMap<>();
        TABLE.forEach((address, role) -> expected.put(address, Optional.of(role)));
        assertThat(pages).isEqualTo(expected);
        assertThat(assets).isNotEmpty().allSatisfy((_, needs) -> assertThat(needs).isEmpty());
    }

    @Test
    void nobody_is_led_to_sign_in_and_learns_nothing() {
        for (String route : TABLE.keySet()) {
            HttpResponse<String> program = sendAs(Optional.empty(), request(route));
            assertThat(program.statusCode()).as(route).isEqualTo(401);

            HttpResponse<String> browser =
                    sendAs(Optional.empty(), request(route).header("Accept", "text/html"));
            if (route.startsWith("GET ")) {
                assertThat(browser.statusCode()).as(route).isEqualTo(303);
                assertThat(browser.headers().firstValue("Location").orElse(""))
                        .as(route)
                        .startsWith("/sign-in?next=");
                assertThat(browser.body()).as(route).isEmpty();
            } else {
                assertThat(browser.statusCode()).as(route).isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_role_may_do_what_it_covers_and_no_more(Role role) {
        Optional<AccessSecret> secret = Optional.of(tokenFor(role));
        TABLE.forEach((route, least) -> {
            int status = sendAs(secret, request(route)).statusCode();

            if (role.covers(least)) {
                assertThat(status).as(route).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).as(route).isEqualTo(403);
            }
        });
    }

    private HttpRequest.Builder request(String route) {
        String[] words = route.split(" ", 2);
        return HttpRequest.newBuilder(at(words[1].replace("{id}", "0000000000001")))
                .method(words[0], BodyPublishers.noBody());
    }

    private AccessSecret tokenFor(Role role) {
        var secret = AccessSecret.fresh("wis2t_");
        Instant now = Instant.now();
        var token =
                new AccessToken(
                        role.word(),
                        role,
                        secret.hash(),
                        "test",
                        now,
                        Optional.empty(),
                        Optional.empty());
        node.people()
                .store()
                .add(token, new Deed("token-create", role.word(), "test", "", "", now))
                .join();
        return secret;
    }
}
