package io.github.wis2chain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// More pages than a browser has connections to one host.
final class ManyPagesTest extends BrowserTest {

    private static final int PAGES = 8;

    /// As pages of a phone are, of which all but one are out of sight.
    private static final String CAN_BE_HIDDEN =
            """
            delete globalThis.SharedWorker;
            Object.defineProperty(document, "hidden", { get: () => globalThis.away === true });
            """;

    private static final String LOOK =
            "away => { globalThis.away = away; document.dispatchEvent(new"
                    + " Event('visibilitychange')); }";

    @Test
    void pages_that_are_all_in_sight_share_what_is_told() {
        RunId run = node().good("many-1");
        node().awaitEnd(run);
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            pages.add(opened("/runs"));
        }

        node().good("many-2");

        for (Page each : pages) {
            assertThat(each.locator("#runs")).containsText("many-2", patient());
        }
        note(pages.getLast(), run);
    }

    @Test
    void where_no_worker_is_shared_a_page_out_of_sight_holds_no_connection() {
        beforePages(CAN_BE_HIDDEN);
        RunId run = node().good("hidden-1");
        node().awaitEnd(run);
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            pages.forEach(each -> each.evaluate(LOOK, true));
            pages.add(opened("/runs"));
        }

        node().good("hidden-2");
        assertThat(pages.getLast().locator("#runs")).containsText("hidden-2", patient());
        pages.getFirst().evaluate(LOOK, false);

        assertThat(pages.getFirst().locator("#runs")).containsText("hidden-2", patient());
        note(pages.getLast(), run);
    }

    private Page opened(String path) {
        Page opened = another();
        opened.navigate(node().address() + path);
        return opened;
    }

    private static void note(Page page, RunId run) {
        page.navigate(node().address() + "/runs/" + run);
        page.locator("[data-act=note]").click();
        page.locator("#ask-answer").fill("Noted in the last of many pages.");
        page.locator("#ask-yes").click();

        assertThat(page.locator("#acts"))
                .containsText("Noted in the last of many pages.", patient());
    }
}
