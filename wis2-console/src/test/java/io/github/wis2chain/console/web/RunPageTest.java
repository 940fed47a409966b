package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.SourceName;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

/// One run, and the trial of a corrected event.
final class RunPageTest extends BrowserTest {

    @Test
    void what_was_published_by_hand_is_edited_byte_by_byte() {
        String record = "{\"id\":1}";
        var arrival =
                new Arrival(
                        new SourceName("http"),
                        Payload.ofText(record),
                        new Origin("http", "", Map.of(Origin.KIND, "record")),
                        false,
                        Instant.now());
        RunId run = node.store().accept(arrival).join().run();

        assertThat(get("/runs/" + run + "/text").body()).isEqualTo(record);
        assertThat(get("/runs/" + accept(record) + "/text").body()).isEqualTo("{\n  \"id\": 1\n}");
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
    void a_run_says_who_handed_its_event_in_and_from_where() {
        String run = post("/api/v1/events", "{}").headers().firstValue("Location").orElseThrow();

        assertThat(get(run.replace("/api/v1", "")).body())
                .contains("by http from 127.0.0.1, user " + System.getProperty("user.name"));
    }

    @Test
    void a_run_that_is_unknown_is_told_as_a_page() {
        HttpResponse<String> page = get("/runs/0SB50PA46G001");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such run").contains("RUN_NOT_FOUND");
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
    }
}
