package io.github.wis2chain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;

import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What failed is mended, in every way that the console offers.
final class RepairTest extends BrowserTest {

    private static final String COUNTED =
            """
            {"action":"retry","dry_run":true,"matched":100000,"more":true,"up_to":"0SB50PA46G001"}
            """;
    private static final String DONE =
            """
            {"action":"retry","dry_run":false,"done":7,"skipped":0,"reasons":[],"next":null,"stopped":null}
            """;
    private static final String UNDER_WAY =
            """
            {"code":"REQUEST_UNDER_WAY","status":409,"detail":"It is being worked on."}
            """;

    @Test
    void a_failed_run_is_repaired_by_clicking_and_typing() {
        RunId failed = node().wrongSize("repair-1");
        node().awaitEnd(failed);

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
        // What can be done to a run follows its state, without a reload.
        assertThat(page.locator("#to-edit")).isVisible();
        assertThat(node().state(failed)).isEqualTo(RunState.DISCARDED);
    }

    @Test
    void a_run_is_found_edited_and_sent_with_the_keyboard_alone() {
        RunId failed = node().wrongSize("keys-1");
        node().awaitEnd(failed);

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
    void a_double_click_retries_once() {
        RunId failed = node().wrongSize("twice-1");
        node().awaitEnd(failed);

        go("/runs/" + failed);
        page.locator("[data-act=retry]").dblclick();

        assertThat(page.locator("#said")).containsText("back at work", patient());
        assertThat(page.locator("#acts")).containsText("retry", patient());
        assertThat(node().acts(failed)).containsExactly("retry");
    }

    @Test
    void failed_runs_are_discarded_together_with_a_reason() {
        RunId one = node().malformed("discard-1");
        RunId two = node().malformed("discard-2");
        node().awaitEnd(one);
        node().awaitEnd(two);

        go("/runs?state=failed");
        page.locator("input[value='%s']".formatted(one)).check();
        page.locator("input[value='%s']".formatted(two)).check();
        assertThat(page.locator("#selection")).containsText("2 selected");
        page.locator("#selection [data-act=discard]").click();
        page.locator("#ask-answer").fill("a test of ours");
        page.locator("#ask-yes").click();

        assertThat(page.locator("#said")).containsText("2 of 2 runs discarded", patient());
        assertThat(node().state(one)).isEqualTo(RunState.DISCARDED);
        assertThat(node().state(two)).isEqualTo(RunState.DISCARDED);
    }

    @Test
    void all_runs_of_a_cause_are_counted_before_they_are_retried() {
        node().awaitEnd(node().wrongSize("count-1"));
        node().awaitEnd(node().wrongSize("count-2"));

        go("/needs-you");
        page.locator(
                        "section[aria-label=DATA_SIZE_MISMATCH]"
                                + " [data-act=retry][data-filter*=argo-bufr]")
                .click();

        assertThat(page.locator("#ask-title"))
                .hasText(java.util.regex.Pattern.compile("Retry [0-9]+ failed runs"));
        page.locator("#ask-yes").click();
        assertThat(page.locator("#said")).containsText("runs back at work", patient());
    }

    @Test
    void what_is_done_is_what_was_counted() {
        node().awaitEnd(node().wrongSize("counted-1"));
        List<String> sent = new ArrayList<>();
        page.route(
                "**/api/v1/runs/actions",
                route -> {
                    sent.add(route.request().postData());
                    route.fulfill(
                            new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody(sent.size() == 1 ? COUNTED : DONE));
                });

        go("/runs?source=http");
        page.locator(".every [data-act=retry]").click();
        assertThat(page.locator("#ask-title")).hasText("Retry at least 100,000 failed runs");
        page.locator("#ask-yes").click();

        assertThat(page.locator("#said"))
                .containsText("7 of at least 100,000 runs back at work", patient());
        assertThat(sent).allMatch(order -> order.contains("\"state\":\"failed\""));
        assertThat(sent.getFirst()).doesNotContain("up_to");
        assertThat(sent.getLast()).contains("\"up_to\":\"0SB50PA46G001\"");
    }

    @Test
    void an_act_that_is_under_way_is_asked_for_again_as_the_same() {
        RunId run = node().good("under-way-1");
        node().awaitEnd(run);
        List<String> keys = new ArrayList<>();
        page.route(
                "**/notes",
                route -> {
                    keys.add(route.request().headerValue("Idempotency-Key"));
                    if (keys.size() == 1) {
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(409)
                                        .setContentType("application/problem+json")
                                        .setBody(UNDER_WAY));
                    } else {
                        route.resume();
                    }
                });

        go("/runs/" + run);
        note("The same note.");
        assertThat(page.locator("#said")).containsText("being worked on", patient());
        note("The same note.");
        assertThat(page.locator("#acts")).containsText("The same note.", patient());

        assertThat(keys).hasSize(2);
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
        complaints.clear();
    }

    @Test
    void an_act_whose_answer_is_lost_is_done_once_and_an_hour_later_anew() {
        RunId run = node().good("lost-1");
        node().awaitEnd(run);
        page.route(
                "**/notes",
                route -> {
                    route.fetch();
                    route.abort();
                });

        go("/runs/" + run);
        note("The same note.");
        assertThat(page.locator("#said")).containsText("Failed to fetch", patient());
        page.unroute("**/notes");
        note("The same note.");
        assertThat(page.locator("#said")).containsText("done when it was first asked", patient());
        assertThat(node().acts(run)).containsExactly("note");

        page.route("**/notes", Route::abort);
        note("The same note.");
        assertThat(page.locator("#said")).containsText("Failed to fetch", patient());
        page.unroute("**/notes");
        page.evaluate("const now = Date.now; Date.now = () => now() + 3_600_000");
        note("The same note.");
        assertThat(page.locator("#said")).hasText("Run %s noted.".formatted(run), inTime());
        assertThat(node().acts(run)).containsExactly("note", "note");
        complaints.clear();
    }

    private static LocatorAssertions.HasTextOptions inTime() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS);
    }

    private void note(String text) {
        page.locator("[data-act=note]").click();
        page.locator("#ask-answer").fill(text);
        page.locator("#ask-yes").click();
    }

    @Test
    void a_note_is_kept_with_its_writer() {
        RunId run = node().good("noted-1");
        node().awaitEnd(run);

        go("/runs/" + run);
        page.locator("[data-act=note]").click();
        page.locator("#ask-answer").fill("Seen by the night shift.");
        page.locator("#ask-yes").click();

        assertThat(page.locator("#acts")).containsText("Seen by the night shift.", patient());
        assertThat(page.locator("#acts")).containsText("jane");
    }
}
