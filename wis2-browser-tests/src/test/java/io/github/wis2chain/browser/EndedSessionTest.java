package io.github.wis2chain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;

import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;

/// Whoever works on in a page after the session has ended is told so, and loses nothing.
final class EndedSessionTest extends BrowserTest {

    private static final String ENDED = "Your session has ended";

    private static final String TOO_LARGE =
            """
            {"code":"PAYLOAD_TOO_LARGE","status":413,"detail":"The body must have at most 9 bytes."}
            """;

    @Test
    void the_editor_says_so_and_keeps_the_event() {
        RunId failed = node().wrongSize("ended-1");
        node().awaitEnd(failed);
        go("/runs/" + failed + "#edit");
        assertThat(page.locator("#trial .verdict")).isVisible();
        loseSession();

        page.locator("#text").fill("{\"mine\":1}");
        page.locator("#try").click();

        assertThat(page.locator("#trial")).containsText(ENDED, patient());
        page.locator("#send").click();
        assertThat(page.locator("#said")).containsText(ENDED, patient());
        assertThat(page.locator("#text")).hasValue("{\"mine\":1}");
        complainedOf("401");
    }

    @Test
    void the_tools_say_so() {
        go("/tools");
        loseSession();

        page.locator("input[name=topic]").fill("sea-ice");
        page.keyboard().press("Enter");

        assertThat(page.locator("#said")).containsText(ENDED, patient());
        complainedOf("401");
    }

    @Test
    void an_event_that_is_refused_is_told_in_words() {
        RunId failed = node().wrongSize("refused-1");
        node().awaitEnd(failed);
        go("/runs/" + failed + "#edit");
        assertThat(page.locator("#trial .verdict")).isVisible();
        page.route(
                "**/try?links=true",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(413)
                                        .setContentType("application/problem+json")
                                        .setBody(TOO_LARGE)));

        page.locator("#try").click();

        assertThat(page.locator("#trial")).hasText("The body must have at most 9 bytes.");
        complainedOf("413");
    }

    /// A browser tells of every answer that refuses.
    private void complainedOf(String status) {
        assertThat(complaints).isNotEmpty().allMatch(each -> each.contains(status));
        complaints.clear();
    }
}
