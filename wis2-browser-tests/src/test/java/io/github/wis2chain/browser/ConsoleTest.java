package io.github.wis2chain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;

import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The console as it is met by whoever opens it.
final class ConsoleTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "390,DARK"})
    void every_page_opens_without_errors_and_is_accessible(int width, ColorScheme theme) {
        open(width, theme);
        for (String path : pages()) {
            go(path);
            assertThat(page.locator("main")).isVisible();
            assertThat(Axe.seriousFaults(page)).as(path).isEmpty();
            fits(path, width);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,DARK", "390,LIGHT"})
    void every_page_opens_without_errors_and_fits(int width, ColorScheme theme) {
        open(width, theme);
        for (String path : pages()) {
            go(path);
            assertThat(page.locator("main")).isVisible();
            fits(path, width);
        }
    }

    private void fits(String path, int width) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", path)
                .isLessThanOrEqualTo(width);
    }

    /// Every page, with content and without.
    private List<String> pages() {
        RunId failed = node().wrongSize("pages-1");
        RunId hostile = node().hostile("pages-2");
        node().awaitEnd(failed);
        node().awaitEnd(hostile);
        go("/published");
        String notification =
                page.locator("#sent a[href^='/published/']").first().getAttribute("href");
        return List.of(
                "/",
                "/needs-you",
                "/runs",
                "/runs?state=failed&dataset=argo-bufr",
                "/runs?q=nobody-has-this",
                "/runs/" + hostile,
                "/runs/" + failed + "#edit",
                "/published",
                notification,
                "/tools?topic=sea-ice",
                "/sign-in");
    }

    @Test
    void what_senders_write_is_shown_as_text() {
        String file = FaultyNode.hostileFile("text-1");
        RunId run = node().hostile("text-1");
        node().awaitEnd(run);

        go("/runs?q=" + URLEncoder.encode(file, StandardCharsets.UTF_8));
        assertThat(page.locator("#runs .c-name a")).hasText(file);
        assertThat(page.locator("main img")).hasCount(0);
        page.locator("#runs .c-name a").click();

        assertThat(page.locator("#h-event")).isVisible();
        assertThat(page.locator("h1")).containsText(file);
        assertThat(page.locator(".doc").first()).containsText("\"title\": \"%s\"".formatted(file));
        assertThat(page.locator("main img")).hasCount(0);
        go("/needs-you");
        assertThat(page.locator("#groups")).containsText(file);
        assertThat(page.locator("main img")).hasCount(0);
    }

    @Test
    void what_senders_write_is_shown_as_text_where_it_was_published() {
        String file = FaultyNode.hostileFile("text-2");
        RunId run = node().hostileAndGood("text-2");
        assertThat(node().awaitEnd(run)).isEqualTo(RunState.SUCCEEDED);

        go("/published");
        assertThat(page.locator("#sent")).containsText(file);
        assertThat(page.locator("main img")).hasCount(0);
        page.locator("#sent a", new Page.LocatorOptions().setHasText(file)).first().click();

        assertThat(page.locator(".doc").first()).containsText(file);
        assertThat(page.locator("main img")).hasCount(0);
    }

    @Test
    void what_is_not_there_is_told_as_a_page() {
        go("/nowhere");

        assertThat(page.locator("h1")).hasText("There is nothing at this address");
        assertThat(page.locator("nav[aria-label=Console] a").first()).isVisible();
        assertThat(Axe.seriousFaults(page)).isEmpty();
        assertThat(complaints).singleElement().asString().contains("404");
        complaints.clear();
    }

    @Test
    void what_happens_is_seen_without_reloading() {
        go("/runs");
        page.evaluate("window.notReloaded = true");

        node().good("seen-live");

        assertThat(page.locator("#runs")).containsText("seen-live", patient());
        assertThat((Boolean) page.evaluate("window.notReloaded")).isTrue();
    }

    @Test
    void a_dataset_is_paused_with_a_reason_and_resumed() {
        go("/");
        page.locator("#datasets [data-post]").first().click();
        page.locator("#ask-answer").fill("the disk is moved");
        page.locator("#ask-yes").click();
        assertThat(page.locator("#datasets")).containsText("paused: its runs wait", patient());

        RunId held = node().good("held-1");
        Awaitility.await().until(() -> node().state(held) == RunState.WAITING);
        page.locator("#datasets [data-post]").first().click();

        assertThat(page.locator("#datasets [data-post]").first())
                .hasText("Pause…", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
        assertThat(node().awaitEnd(held)).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void who_may_only_look_is_told_so_and_offered_nothing_else() {
        RunId failed = node().wrongSize("looked-at-1");
        node().awaitEnd(failed);
        signIn("vera");

        for (String path : List.of("/", "/needs-you", "/runs", "/runs/" + failed, "/tools")) {
            go(path);
            assertThat(page.locator("#looking")).containsText("vera has the role viewer");
            assertThat(page.locator("[data-act]:visible, [data-post]:visible")).hasCount(0);
            assertThat(Axe.seriousFaults(page)).as(path).isEmpty();
        }
        go("/runs?q=looked-at-1.bufr");
        page.keyboard().press("j");
        page.keyboard().press("r");
        assertThat(page.locator("#said")).containsText("Acting needs the role operator");
    }

    @Test
    void the_keys_are_told_by_a_key() {
        go("/runs");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).containsText("retry the selection");
        page.keyboard().press("Escape");
        // The browser closes it in its own time, and keys of a dialog are not the page's.
        assertThat(page.locator("#help")).isHidden();
        page.keyboard().press("g");
        page.keyboard().press("n");
        page.waitForURL("**/needs-you");
        page.keyboard().press("j");
        assertThat(page.locator("section.group:focus-within")).hasCount(1);
    }

    @Test
    void the_theme_can_be_chosen_and_stays() {
        go("/");
        page.locator("#theme").click();
        page.locator("#theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

        go("/runs");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
}
