package io.github.wis2chain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

/// Whoever is at work in a page keeps the place while the page follows the node.
final class RefreshTest extends BrowserTest {

    private static final String GROUP =
            "section[aria-label=DATA_SIZE_MISMATCH]:has([data-filter*=argo-bufr]) ";

    private static final Pattern STALE = Pattern.compile("\\bstale\\b");

    @BeforeEach
    void someThingsFailed() {
        node().awaitEnd(node().wrongSize("refresh-1"));
        node().awaitEnd(node().wrongSize("refresh-2"));
    }

    @Test
    void the_keyboard_stays_on_an_act_while_its_group_grows() {
        go("/needs-you");
        Locator act = page.locator(GROUP + "[data-act=retry]");
        act.focus();

        grow();

        assertThat(act).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#ask-title")).hasText(Pattern.compile("Retry [0-9]+ failed runs"));
        page.keyboard().press("Escape");
        assertThat(act).isFocused();
    }

    @Test
    void what_is_opened_stays_open_under_the_keyboard() {
        go("/needs-you");
        Locator summary = page.locator(GROUP + "summary");
        summary.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(GROUP + "details")).hasAttribute("open", "");

        grow();

        assertThat(summary).isFocused();
        assertThat(page.locator(GROUP + "details")).hasAttribute("open", "");
    }

    @Test
    void what_has_not_changed_is_not_put_anew() {
        for (String path : new String[] {"/", "/runs", "/needs-you", "/published"}) {
            go(path);
            page.evaluate(
                    "for (const each of document.querySelectorAll('main [data-live] time'))"
                            + " each.mine = true");

            assertThat(
                            holdsAfterRefresh(
                                    "[...document.querySelectorAll('main [data-live]"
                                            + " time')].every(each => each.mine)"))
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void text_that_is_selected_stays_so_until_it_is_let_go() {
        go("/runs");
        page.evaluate(
                "getSelection().selectAllChildren(document.querySelector('#runs tbody tr"
                        + " .c-name'))");

        node().awaitEnd(node().good("refresh-selected"));

        assertThat(
                        holdsAfterRefresh(
                                "getSelection().toString().includes('refresh') &&"
                                        + " getSelection().anchorNode.isConnected"))
                .isTrue();
        assertThat(page.locator("#runs")).not().containsText("refresh-selected");
        page.evaluate("getSelection().removeAllRanges()");
        assertThat(page.locator("#runs")).containsText("refresh-selected", patient());
    }

    @Test
    void the_keyboard_is_where_an_act_was_that_became_its_opposite() {
        go("/");
        Locator act = page.locator("#datasets [data-post]").first();
        act.focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(act)
                .hasText("Resume", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));

        boolean stayed = (Boolean) act.evaluate("act => act === document.activeElement");
        act.focus();
        page.keyboard().press("Enter");

        // The other tests need it resumed, whatever comes of this one.
        assertThat(act)
                .hasText("Pause…", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
        assertThat(stayed).isTrue();
        assertThat(act).isFocused();
    }

    @Test
    void a_page_that_the_node_fails_to_show_does_not_go_on_as_if_it_knew() {
        go("/runs");
        page.route(
                "**/runs",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions().setStatus(503).setBody("Not now.")));

        page.evaluate("document.dispatchEvent(new Event('changed'))");
        assertThat(page.locator("body")).hasClass(STALE, inTime());
        page.unroute("**/runs");
        page.evaluate("document.dispatchEvent(new Event('changed'))");

        assertThat(page.locator("body")).not().hasClass(STALE, inTime());
        assertThat(complaints).allMatch(each -> each.contains("503"));
        complaints.clear();
    }

    @Test
    void a_page_says_what_it_asks_for_by_itself() {
        go("/runs");
        Request asked =
                page.waitForRequest(
                        "**/runs",
                        () -> page.evaluate("document.dispatchEvent(new Event('changed'))"));

        assertThat(asked.headerValue("X-Wis2-Unattended")).isEqualTo("true");
    }

    private static LocatorAssertions.HasClassOptions inTime() {
        return new LocatorAssertions.HasClassOptions().setTimeout(PATIENCE_MS);
    }

    private boolean holdsAfterRefresh(String what) {
        return (Boolean)
                page.evaluate(
                        """
                        new Promise(done => {
                          document.addEventListener("refreshed", () => done(%s), { once: true });
                          document.dispatchEvent(new Event("changed"));
                        })
                        """
                                .formatted(what));
    }

    /// One more run fails in the same way, and the page says so.
    private void grow() {
        Locator count = page.locator(GROUP + ".big");
        String before = count.textContent();
        node().awaitEnd(node().wrongSize("refresh-more"));
        assertThat(count)
                .not()
                .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
    }
}
