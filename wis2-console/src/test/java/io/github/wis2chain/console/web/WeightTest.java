package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.Failure;

import org.junit.jupiter.api.Test;

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
