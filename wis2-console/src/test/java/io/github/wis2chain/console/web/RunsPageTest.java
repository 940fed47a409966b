package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The list of runs, its filters and its acts.
final class RunsPageTest extends BrowserTest {

    @Test
    void filters_stay_in_the_address_and_in_the_form() {
        assertThat(get("/runs?state=failed&dataset=argo-bufr&q=a%26b").body())
                .contains("value=\"a&amp;b\"")
                .contains("/api/v1/runs.csv?state=failed&amp;dataset=argo-bufr&amp;q=a%26b");
    }

    @Test
    void a_filter_with_a_slip_is_told_as_a_page() {
        HttpResponse<String> page = get("/runs?state=faild");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("[faild] must be some of");
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
    void what_can_be_done_to_runs_is_shown_as_commands() {
        accept("{}");

        assertThat(get("/runs").body())
                .contains("wis2 run retry RUN RUN\n")
                .doesNotContain("wis2 run retry --");
        assertThat(get("/runs?source=argo-files").body())
                .contains("wis2 run retry RUN RUN\n")
                .contains("wis2 run retry --source argo-files --state failed\n")
                .contains("at most 10,000 runs");
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
        String toTheLast = get("/runs?to=9999-12-31").body();
        assertThat(rows(toTheLast)).isEqualTo(1);
        assertThat(toTheLast).contains("/api/v1/runs.csv").doesNotContain("until=");
    }

    @Test
    void states_have_numbers_only_where_these_are_of_the_list() {
        accept("{}");

        assertThat(chips("/runs?state=failed")).contains("class=\"num\">1<");
        assertThat(chips("/runs?source=argo-files")).doesNotContain("class=\"num\"");
    }

    @Test
    void a_search_that_ended_early_goes_on_behind_an_empty_page() {
        for (int i = 0; i < 101; i++) {
            accept("{\"n\":%d}".formatted(i));
        }
        node.findNothingFurther();

        String newest = get("/runs?source=argo-files").body();
        String page = get(older(newest).orElseThrow()).body();

        assertThat(rows(page)).isZero();
        assertThat(page).contains("None so far").doesNotContain("No run matches");
        assertThat(older(page)).isPresent();
    }

    @Test
    void the_list_goes_on_where_the_page_ends() {
        for (int i = 0; i < 51; i++) {
            accept("{\"n\":%d}".formatted(i));
        }
        String newest = get("/runs").body();

        assertThat(rows(newest)).isEqualTo(50);
        assertThat(rows(get(older(newest).orElseThrow()).body())).isEqualTo(1);
    }

    private static Optional<String> older(String page) {
        Matcher link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
        return link.find() ? Optional.of(link.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    private String chips(String path) {
        String page = get(path).body();
        int from = page.indexOf("id=\"chips\"");
        return page.substring(from, page.indexOf("</nav>", from));
    }
}
