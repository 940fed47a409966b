package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.console.api.ApiServer;
import io.github.wis2chain.console.api.ApiSettings;
import io.github.wis2chain.console.api.Form;
import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.console.api.TestNode;
import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.SourceName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class PagesTest {

    private static final String HOSTILE = "<script>alert('x')</script>\"><img src=x>";

    private final TestNode node = new TestNode();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiServer server =
            ApiServer.start(
                    new ApiSettings("127.0.0.1", 0, Optional.empty(), 1 << 20), node, new Pages());

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    @Test
    void every_page_answers_an_empty_node() {
        for (String path : List.of("/", "/needs-you", "/runs", "/published", "/tools")) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValue("text/html;charset=utf-8");
            assertThat(page.body()).contains("<main", "</html>");
        }
    }

    @Test
    void the_overview_says_in_one_sentence_how_things_stand() {
        assertThat(get("/").body())
                .contains("All well.")
                .contains("None published today, none waiting.");
    }

    @Test
    void published_today_is_what_brokers_acknowledged() {
        RunId run = accept("{}");
        publish(run, "argo/a.bufr");
        assertThat(get("/").body()).contains("None published today");

        node.outbox()
                .acknowledged(run, "n1", new Delivery(Instant.now(), "embedded", "SUCCESS"))
                .join();

        assertThat(get("/").body())
                .contains("1 published today")
                .contains("<td class=\"num\">1</td>");
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
        Matcher asset = Pattern.compile("\"(/assets/[^\"]+)\"").matcher(get("/").body());
        int seen = 0;
        while (asset.find()) {
            HttpResponse<String> file = get(asset.group(1));
            assertThat(file.statusCode()).as(asset.group(1)).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
            seen++;
        }
        assertThat(seen).isGreaterThan(5);
    }

    @Test
    void a_page_with_all_that_it_loads_weighs_less_than_300_kb() {
        accept(HOSTILE);
        long assets = 0;
        for (Matcher asset = Pattern.compile("\"(/assets/[^\"]+)\"").matcher(get("/").body());
                asset.find(); ) {
            assets += get(asset.group(1)).body().length();
        }
        for (String path : List.of("/", "/needs-you", "/runs", "/published", "/tools")) {
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
    void a_run_shows_its_event_laid_out_with_its_lines() {
        RunId run = accept("{\"id\":\"a\",\"data\":{\"n\":1.50}}");

        assertThat(get("/runs/" + run).body())
                .contains("id=\"event-4\"")
                .contains("1.50")
                .contains("wis2 run show " + run);
    }

    @Test
    void a_run_that_is_unknown_is_told_as_a_page() {
        HttpResponse<String> page = get("/runs/0SB50PA46G001");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such run").contains("RUN_NOT_FOUND");
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
    void a_dataset_that_is_paused_says_so_and_can_be_resumed() {
        node.store()
                .holdDataset("argo-bufr", true, new Act("pause", "jane", "", Instant.now(), "here"))
                .join();

        assertThat(get("/").body())
                .contains("paused: its runs wait", "/api/v1/datasets/argo-bufr/resume");
    }

    @Test
    void a_filter_with_a_slip_is_told_as_a_page() {
        HttpResponse<String> page = get("/runs?state=faild");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("[faild] must be some of");
    }

    @Test
    void filters_stay_in_the_address_and_in_the_form() {
        assertThat(get("/runs?state=failed&dataset=argo-bufr&q=a%26b").body())
                .contains("value=\"a&amp;b\"")
                .contains("/api/v1/runs.csv?state=failed&amp;dataset=argo-bufr&amp;q=a%26b");
    }

    @Test
    void the_acts_of_the_list_are_for_failed_runs_whatever_the_filter() {
        accept("{}");

        assertThat(get("/runs?source=argo-files").body())
                .contains("All failed runs that match")
                .contains("&#34;source&#34;:&#34;argo-files&#34;,&#34;state&#34;:&#34;failed&#34;");
        assertThat(get("/runs?state=failed,waiting").body())
                .contains("data-filter=\"{&#34;state&#34;:&#34;failed&#34;}\"");
        assertThat(get("/runs?state=waiting").body())
                .contains("<tr data-row")
                .doesNotContain("All failed", "data-filter");
    }

    @Test
    void a_range_of_days_has_its_last_day_in_it() {
        Instant received = node.archive().run(accept("{}")).orElseThrow().summary().receivedAt();
        LocalDate day = LocalDate.ofInstant(received, ZoneOffset.UTC);
        String today = day.toString();
        String tomorrow = day.plusDays(1).toString();

        String page = get("/runs?since=%s&to=%s".formatted(today, today)).body();

        assertThat(rows(page)).isEqualTo(1);
        assertThat(page)
                .contains("name=\"to\" value=\"%s\"".formatted(today))
                .contains("/api/v1/runs.csv?since=%s&amp;until=%s".formatted(today, tomorrow))
                .contains("&#34;until&#34;:&#34;%s&#34;".formatted(tomorrow));
        assertThat(get("/runs?until=" + tomorrow).body())
                .contains("name=\"to\" value=\"%s\"".formatted(today));
        assertThat(get("/runs?to=2026-13-01").statusCode()).isEqualTo(400);
        assertThat(get("/runs?to=%2B999999999-12-31").statusCode()).isEqualTo(400);
        assertThat(get("/runs?to=%2B300000000-01-01").statusCode()).isEqualTo(400);
        assertThat(rows(get("/runs?to=9999-12-31").body())).isEqualTo(1);
    }

    @Test
    void states_have_numbers_only_where_these_are_of_the_list() {
        accept("{}");

        assertThat(chips("/runs?state=failed")).contains("class=\"num\">1<");
        assertThat(chips("/runs?source=argo-files")).doesNotContain("class=\"num\"");
    }

    private String chips(String path) {
        String page = get(path).body();
        int from = page.indexOf("id=\"chips\"");
        return page.substring(from, page.indexOf("</nav>", from));
    }

    @Test
    void figures_that_begin_with_the_node_say_so() {
        assertThat(get("/").body())
                .containsPattern("0 since [0-2][0-9]:[0-5][0-9] UTC")
                .contains("when the node started")
                .doesNotContain("in the last hour");
    }

    @Test
    void the_list_goes_on_where_the_page_ends() {
        for (int i = 0; i < 51; i++) {
            accept("{\"n\":%d}".formatted(i));
        }
        Matcher older =
                Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(get("/runs").body());

        assertThat(older.find()).isTrue();
        assertThat(rows(get(older.group(1)).body())).isEqualTo(1);
        assertThat(rows(get("/runs").body())).isEqualTo(50);
    }

    @Test
    void a_corrected_event_is_tried_without_being_kept() {
        RunId run = accept("{\"id\":\"a\"}");

        assertThat(post("/runs/" + run + "/try", "{\"id\":\"bad\"}").body())
                .contains("It would fail again")
                .contains("data-line=\"2\"")
                .contains("The event has no id");
        assertThat(post("/runs/" + run + "/try", "{\"id\":\"bad\"}").body().split("has no id", -1))
                .as("a fault that is told once")
                .hasSize(2);
        assertThat(post("/runs/" + run + "/try?links=true", "{\"id\":\"b\"}").body())
                .contains("It would pass");
        assertThat(rows(get("/runs").body())).isEqualTo(1);
    }

    @Test
    void data_at_a_server_that_is_busy_with_others_are_told_as_not_looked_at() {
        RunId run = accept("{\"id\":\"a\"}");

        assertThat(post("/runs/" + run + "/try?links=true", "{\"id\":\"busy\"}").body())
                .contains("It would pass</b> as far as the event goes")
                .contains("busy with others: 16 downloads are under way. Try again in a moment.")
                .doesNotContain("It would fail")
                .doesNotContain("the data behind the links included");
        assertThat(form("/tools/link", "url=https%3A%2F%2Fbusy.example.org%2Fx").body())
                .contains("verdict some")
                .contains("busy with others: 16 downloads are under way.");
    }

    @Test
    void tools_judge_without_script() {
        HttpResponse<String> judged =
                form("/tools/document", "kind=notification&text=" + Text.url("{\"id\":1}"));
        assertThat(judged.body()).contains("It does not conform").contains("/id");

        assertThat(form("/tools/link", "url=http%3A%2F%2F127.0.0.1%2Fx").body())
                .contains("LINK_STATUS");
        assertThat(get("/tools?topic=sea-ice").body()).contains("ocean/").contains("sea-ice");
        assertThat(get("/tools?topic=origin%2Fa%2Fwis2%2Fnowhere").body())
                .contains("It does not conform");
    }

    @Test
    void tools_take_what_an_event_may_have_and_no_more() {
        String event = "%7B".repeat(TestNode.LIMITS.eventBytes());
        assertThat(form("/tools/document", "kind=notification&text=" + event).statusCode())
                .isEqualTo(200);
        assertThat(form("/tools/document", "text=" + event + "x".repeat(Form.SMALL)).statusCode())
                .isEqualTo(413);
        assertThat(form("/tools/link", "url=" + "x".repeat(Form.SMALL)).statusCode())
                .isEqualTo(413);
        HttpResponse<String> multipart =
                send(
                        HttpRequest.newBuilder(at("/tools/document"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString("--b--")));
        assertThat(multipart.statusCode()).isEqualTo(415);
    }

    @Test
    void a_notification_is_shown_on_the_map() {
        publish(accept("{}"), "argo/a.bufr");

        assertThat(get("/published").body()).contains("<circle").contains("46.75° N, 8.33° W");
        assertThat(get("/published/n1").body()).contains("argo/a.bufr");
    }

    @Test
    void every_page_needs_what_this_table_says() {
        Map<String, String> routes = new TreeMap<>();
        for (Route route : new Pages().routes(node, List.of())) {
            routes.put(
                    route.method() + " " + route.path(),
                    route.needs().map(Role::word).orElse("nobody"));
        }
        routes.keySet().removeIf(route -> route.startsWith("GET /assets/"));

        assertThat(routes)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("GET /", "viewer"),
                                Map.entry("GET /needs-you", "viewer"),
                                Map.entry("GET /runs", "viewer"),
                                Map.entry("GET /runs/{id}", "viewer"),
                                Map.entry("POST /runs/{id}/try", "operator"),
                                Map.entry("GET /published", "viewer"),
                                Map.entry("GET /published/{id}", "viewer"),
                                Map.entry("GET /tools", "viewer"),
                                Map.entry("POST /tools/document", "viewer"),
                                Map.entry("POST /tools/link", "operator")));
    }

    private static long rows(String page) {
        return Pattern.compile("<tr data-row").matcher(page).results().count();
    }

    private RunId accept(String event) {
        var arrival =
                new Arrival(
                        new SourceName("argo-files"),
                        Payload.ofText(event),
                        new Origin("mqtt", HOSTILE, Map.of()),
                        false,
                        Instant.now());
        return node.store().accept(arrival).join().run();
    }

    private void publish(RunId run, String dataId) {
        node.outbox()
                .store(
                        run,
                        List.of(
                                new Ready(
                                        "n1",
                                        "argo-bufr",
                                        dataId,
                                        "origin/a/wis2",
                                        "canonical",
                                        "sha512:x",
                                        Payload.ofText(
                                                "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[-8.3264,46.7512]}}"),
                                        Instant.now(),
                                        Optional.empty())))
                .join();
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> form(String path, String body) {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            request.header("Authorization", "Bearer " + server.localAccess().text());
            return client.send(
                    request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError("no answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
