package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// What is true of every page.
final class PagesTest extends BrowserTest {

    private static final List<String> PAGES =
            List.of("/", "/needs-you", "/runs", "/published", "/tools");

    @Test
    void every_page_answers_an_empty_node() {
        for (String path : PAGES) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValue("text/html;charset=utf-8");
            assertThat(page.body()).contains("<main", "</html>");
        }
    }

    @Test
    void pages_allow_no_script_but_ours() {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("style=\"").doesNotContainPattern("\\son[a-z]+=\"");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void everything_that_a_page_loads_is_there_and_may_be_kept() {
        assertThat(assets())
                .hasSizeGreaterThan(5)
                .allSatisfy(asset -> {
                    HttpResponse<String> file = get(asset);
                    assertThat(file.statusCode()).as(asset).isEqualTo(200);
                    assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                            .contains("immutable");
                });
    }

    @Test
    void a_page_with_all_that_it_loads_weighs_less_than_300_kb() {
        accept(HOSTILE);
        long assets = assets().stream().mapToLong(asset -> get(asset).body().length()).sum();
        for (String path : PAGES) {
            assertThat(get(path).body().length() + assets).as(path).isLessThan(300_000);
        }
    }

    @Test
    void what_senders_write_is_shown_as_text() {
        RunId run = accept(HOSTILE);
        node.store().note(run, new Act("note", HOSTILE, HOSTILE, Instant.now(), "here")).join();
        publish(run, HOSTILE);

        for (String path :
                List.of("/runs", "/runs/" + run, "/published", "/published/n1", "/needs-you")) {
            assertThat(get(path).body()).as(path).doesNotContain(HOSTILE).doesNotContain("<img");
        }
        assertThat(get("/runs/" + run).body()).contains("&lt;script&gt;alert(");
        assertThat(get("/runs?q=" + Text.url(HOSTILE)).body()).doesNotContain("<img");
    }

    @Test
    void the_page_to_sign_in_on_shows_what_it_was_asked_as_text() {
        assertThat(get("/sign-in?next=/%22%3E%3Cscript%3E").body())
                .contains("name=\"password\"")
                .contains("value=\"/&#34;>&lt;script>\"")
                .doesNotContain("<script>");
    }

    @Test
    void an_address_that_is_not_there_is_told_to_a_browser_as_a_page() {
        HttpResponse<String> page =
                send(HttpRequest.newBuilder(at("/nowhere")).header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing at this address", "<nav", "</html>");
        assertThat(get("/nowhere").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void a_parameter_that_is_unknown_is_told_to_a_browser_as_a_page() {
        HttpResponse<String> page =
                send(HttpRequest.newBuilder(at("/runs?stat=failed")).header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("There is no parameter [stat] here", "</html>");
    }

    @Test
    void a_notification_is_shown_on_the_map() {
        publish(accept("{}"), "argo/a.bufr");

        assertThat(get("/published").body()).contains("<circle").contains("46.75° N, 8.33° W");
        assertThat(get("/published/n1").body()).contains("argo/a.bufr");
    }

    /// What the first page loads.
    private List<String> assets() {
        return Pattern.compile("\"(/assets/[^\"]+)\"")
                .matcher(get("/").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
