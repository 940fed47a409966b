package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;

/// The list of what went out.
final class PublishedPageTest extends BrowserTest {

    @Test
    void a_search_that_ended_early_says_so_and_can_be_gone_on_with() {
        publish(accept("{}"), "argo/a.bufr");
        node.findNothing();

        String page = get("/published?q=a.bufr&rel=canonical").body();

        assertThat(page)
                .contains("None of those that were looked at so far matches.")
                .contains("href=\"/published?before=2&amp;rel=canonical&amp;q=a.bufr\"");
        assertThat(rows(get("/published?before=2&rel=canonical&q=a.bufr").body())).isEqualTo(1);
    }

    @Test
    void a_search_that_ended_without_a_match_says_so() {
        publish(accept("{}"), "argo/a.bufr");

        assertThat(get("/published?q=b.bufr").body())
                .contains("No notification matches.")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void what_cannot_be_asked_for_is_refused() {
        for (String query : new String[] {"rel=new", "before=x"}) {
            HttpResponse<String> page = get("/published?" + query);
            assertThat(page.statusCode()).as(query).isEqualTo(400);
            assertThat(page.body()).contains("BAD_PARAMETER");
        }
    }
}
