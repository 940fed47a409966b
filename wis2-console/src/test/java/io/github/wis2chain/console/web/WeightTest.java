package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/// How much of a page comes over the network, with all that it loads, however much there is to show.
final class WeightTest extends BrowserTest {

    private static final int MOST = 300_000;

    /// So that nothing is the same twice, as little as in the world.
    private final Random random = new Random(1);

    @Test
    void many_groups_are_links_behind_the_first() {
        for (int i = 0; i < 500; i++) {
            accept("{\"n\":%d}".formatted(i));
        }
        fail(claim ->
                Failure.permanent(
                                FailureCode.LINK_STATUS,
                                "/links/0: https://data.example.org/%x gave 404, 200 is required"
                                        .formatted(random.nextLong()))
                        .blaming("data-%x.example.org".formatted(random.nextLong())));

        String page = get("/needs-you").body();

        assertThat(count(page, "<section class=\"card group\"")).isEqualTo(50);
        assertThat(count(page, "<li data-row")).isEqualTo(450);
        assertThat(page).contains("450 more");
        assertThat(weight("/needs-you") + assets()).isLessThan(MOST);
    }

    @Test
    void an_event_of_thousands_of_lines_is_shown_whole() {
        var event = new StringBuilder("{\"coordinates\":[[0,0]");
        for (int i = 0; i < 1240; i++) {
            event.append(
                    ",[%.4f,%.4f]".formatted(random.nextDouble() * 180, random.nextDouble() * 90));
        }
        RunId run = accept(event.append("]}").toString());

        assertThat(get("/runs/" + run).body())
                .contains("id=\"event-4968\"")
                .doesNotContain("too long");
        assertThat(weight("/runs/" + run) + assets()).isLessThan(MOST);
    }

    @Test
    void an_event_of_a_megabyte_is_shown_as_far_as_it_can_be_read_and_edited_whole() {
        var event = new StringBuilder("{\"long\": \"%s\"".formatted(noise(500_000)));
        for (int i = 0; i < 500; i++) {
            event.append(",\n\"n%d\": \"%s\"".formatted(i, noise(1000)));
        }
        RunId run = accept(event.append("}").toString());

        assertThat(get("/runs/" + run).body().length()).isLessThan(MOST);
        assertThat(weight("/runs/" + run) + assets()).isLessThan(MOST);
        assertThat(get("/runs/" + run).body()).contains("too long to be shown whole");
        assertThat(get("/runs/" + run + "/text").body())
                .contains("  \"n499\": ")
                .hasSizeGreaterThan(1_000_000);
    }

    @Test
    void many_notifications_are_named_behind_the_first() {
        RunId run = accept("{}");
        publish(run, 300);

        String page = get("/runs/" + run).body();

        assertThat(count(page, "id=\"n10-1\"")).isEqualTo(1);
        assertThat(page).contains("290 more", "href=\"/published/n11\"").doesNotContain("n11-1");
        assertThat(weight("/runs/" + run) + assets()).isLessThan(MOST);
        assertThat(weight("/published") + assets()).isLessThan(MOST);
    }

    @Test
    void full_lists_are_light() {
        for (int i = 0; i < 60; i++) {
            accept(noise(100));
        }

        assertThat(weight("/runs?q=x&source=argo-files") + assets()).isLessThan(MOST);
        assertThat(weight("/runs") + assets()).isLessThan(MOST);
    }

    private void publish(RunId run, int count) {
        List<Ready> notifications = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            notifications.add(
                    new Ready(
                            "n" + i,
                            "argo-bufr",
                            "argo/%s.bufr".formatted(noise(40)),
                            "origin/a/wis2",
                            "canonical",
                            "sha512:x",
                            Payload.ofText(
                                    "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[%.4f,%.4f]},\"x\":\"%s\"}"
                                            .formatted(
                                                    random.nextDouble() * 180,
                                                    random.nextDouble() * 90,
                                                    noise(3000))),
                            Instant.now(),
                            Optional.empty()));
        }
        node.outbox().store(run, notifications).join();
    }

    /// Text that cannot be packed.
    private String noise(int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static long count(String page, String part) {
        return Pattern.compile(part, Pattern.LITERAL).matcher(page).results().count();
    }

    private int assets() {
        return Pattern.compile("\"(/assets/[^\"]+)\"")
                .matcher(get("/").body())
                .results()
                .mapToInt(found -> weight(found.group(1)))
                .sum();
    }
}
