package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a sender may put into an event, on the terminal of an operator.
class HostileAnswerTest {

    private static final String PATH = "/api/v1/runs/" + Runs.ID;

    private final FakeNode node = new FakeNode();

    @AfterEach
    void stop() {
        node.close();
    }

    /// A sender may put into a URL what makes a terminal change its clipboard, and its lines.
    @Test
    void what_a_terminal_would_obey_is_shown_and_not_obeyed() {
        String hostile =
                Runs.in("failed")
                        .replace("status 404", "[\\u001b]52;c;eA==\\u0007\\u009b2J]")
                        .replace("/links/0 answered 404.", "[\\u001b[2J\\r\\nall well]")
                        .replace("\"qos\": \"1\"", "\"user-property.\\u001b[2J\": \"\\u202e\"");
        node.on("GET /api/v1/runs", 200, "{\"items\": [" + hostile + "], \"next\": null}")
                .on("GET " + PATH, 200, hostile)
                .on("GET " + PATH + "/log", 200, "line\n\u001b[2Jline\n")
                .on(
                        "GET /api/v1/causes",
                        200,
                        "{\"items\": [{\"cause\": \"C\", \"culprit\": \"\\u001b[2J\"}]}")
                .on("POST " + PATH + "/retry", 409, "{\"detail\": \"[\\u001b[2J]\"}");

        assertThat(harmless("run", "list").out()).contains("52;c;eA==");
        assertThat(harmless("run", "show", Runs.ID).out())
                .contains("[\\u001b[2J\\u000d\\u000aall well]", "\\u202e");
        assertThat(harmless("run", "show", Runs.ID, "--log").out())
                .isEqualTo("line\n\\u001b[2Jline\n");
        assertThat(harmless("run", "causes").out()).contains("\\u001b[2J");
        assertThat(harmless("run", "retry", Runs.ID).err()).contains("\\u001b[2J");
    }

    private Typed.Result harmless(String... command) {
        Typed.Result result = new Typed().with("WIS2_URL", node.url()).run(command);
        assertThat((result.out() + result.err()).chars())
                .noneMatch(each -> Character.isISOControl(each) && each != '\n')
                .doesNotContain(0x202e);
        return result;
    }
}
