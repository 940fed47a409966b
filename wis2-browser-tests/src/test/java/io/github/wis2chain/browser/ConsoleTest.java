package io.github.wis2chain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;

import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The console of a real node in a real browser.
final class ConsoleTest {

    private static final double PATIENCE_MS = 30_000;

    @TempDir private static Path folder;

    private static Chromium chromium;
    private static FaultyNode node;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() throws IOException, InvalidSettings {
        chromium = Chromium.start();
        node = FaultyNode.start(folder);
        node.know("jane", "correct horse");
        assertThat(node.awaitEnd(node.good("well-1"))).isEqualTo(RunState.SUCCEEDED);
        assertThat(node.awaitEnd(node.malformed("hostile-1"))).isEqualTo(RunState.FAILED);
        assertThat(node.awaitEnd(node.wrongSize("size-1"))).isEqualTo(RunState.FAILED);
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        open(1280, ColorScheme.LIGHT);
    }

    @AfterEach
    void noComplaints() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "1280,DARK", "390,LIGHT", "390,DARK"})
    void every_page_opens_without_errors_is_accessible_and_fits(int width, ColorScheme theme) {
        open(width, theme);
        RunId failed = node.wrongSize("size-%d-%s".formatted(width, theme));
        node.awaitEnd(failed);
        for (String path :
                List.of(
                        "/",
                        "/needs-you",
                        "/runs",
                        "/runs/" + failed + "#edit",
                        "/published",
                        "/tools")) {
            go(path);
            assertThat(page.locator("main")).isVisible();
            assertThat(Axe.seriousFaults(page)).as(path).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", path)
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void a_failed_run_is_repaired_by_clicking_and_typing() {
        RunId failed = node.wrongSize("repair-1");
        node.awaitEnd(failed);

        go("/needs-you");
        page.locator("a", new Page.LocatorOptions().setHasText("repair-1")).first().click();
        page.locator("#to-edit").click();
        page.locator("#try").click();
        assertThat(page.locator("#trial .verdict")).containsText("It would fail again", patient());
        page.locator("#text")
                .fill(
                        page.locator("#text")
                                .inputValue()
                                .replace("999", "" + FaultyNode.rightSize()));
        page.locator("#try").click();
        assertThat(page.locator("#trial .verdict"))
                .containsText("It would pass, the data behind the links included", patient());
        page.locator("#send").click();

        assertThat(page.locator(".kin")).containsText("Corrected from run " + failed, patient());
        assertThat(page.locator("#runhead .st"))
                .hasText(
                        "succeeded",
                        new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
        assertThat(page.locator(".diff .add")).containsText("" + FaultyNode.rightSize());
        assertThat(node.state(failed)).isEqualTo(RunState.DISCARDED);
    }

    @Test
    void what_happens_is_seen_without_reloading() {
        go("/runs");
        page.evaluate("window.notReloaded = true");

        node.good("seen-live");

        assertThat(page.locator("#runs")).containsText("seen-live", patient());
        assertThat((Boolean) page.evaluate("window.notReloaded")).isTrue();
    }

    @Test
    void a_run_is_found_edited_and_sent_with_the_keyboard_alone() {
        RunId failed = node.wrongSize("keys-1");
        node.awaitEnd(failed);

        go("/runs?q=keys-1");
        page.keyboard().press("j");
        page.keyboard().press("e");
        assertThat(page.locator("#text"))
                .isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(PATIENCE_MS));
        page.keyboard().press("Control+a");
        page.keyboard()
                .insertText(
                        page.locator("#text")
                                .inputValue()
                                .replace("999", "" + FaultyNode.rightSize()));
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("#send")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator(".kin")).containsText("Corrected from run " + failed, patient());
    }

    @Test
    void failed_runs_are_discarded_together_with_a_reason() {
        RunId one = node.malformed("discard-1");
        RunId two = node.malformed("discard-2");
        node.awaitEnd(one);
        node.awaitEnd(two);

        go("/runs?state=failed");
        page.locator("input[value='%s']".formatted(one)).check();
        page.locator("input[value='%s']".formatted(two)).check();
        assertThat(page.locator("#selection")).containsText("2 selected");
        page.locator("#selection [data-act=discard]").click();
        page.locator("#ask-answer").fill("a test of ours");
        page.locator("#ask-yes").click();

        assertThat(page.locator("#said")).containsText("2 of 2 runs discarded", patient());
        assertThat(node.state(one)).isEqualTo(RunState.DISCARDED);
        assertThat(node.state(two)).isEqualTo(RunState.DISCARDED);
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

    private void go(String path) {
        page.navigate(node.address() + path);
    }

    private static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }

    private void open(int width, ColorScheme theme) {
        if (context != null) {
            context.close();
        }
        context =
                chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(width, 900)
                                        .setColorScheme(theme));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        go("/");
        page.locator("input[name=name]").fill("jane");
        page.locator("input[name=password]").fill("correct horse");
        page.keyboard().press("Enter");
        assertThat(page.locator("#sentence")).isVisible();
    }
}
