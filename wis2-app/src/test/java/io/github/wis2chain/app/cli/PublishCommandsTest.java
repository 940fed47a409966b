package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Publishing by hand from the command line.
class PublishCommandsTest {

    private static final String RECEIPT =
            "{\"event_id\": \"e\", \"run_id\": \"" + Runs.ID + "\", \"duplicate\": false}";

    @TempDir private Path folder;

    private final FakeNode node = new FakeNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_record_is_handed_over_with_its_url() throws IOException {
        node.on("POST /api/v1/records", 202, RECEIPT);
        Path record = Files.writeString(folder.resolve("r.json"), "{ }");

        var result =
                new Typed()
                        .run(
                                "metadata",
                                "withdraw",
                                record.toString(),
                                "--url",
                                "https://x/r.json",
                                "--node",
                                node.url());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(node.calls().getFirst())
                .contains("intent=withdraw", "url=https%3A%2F%2Fx%2Fr.json");
        assertThat(node.requests().getFirst().body()).isEqualTo("{ }");
    }

    @Test
    void publish_and_update_say_what_they_want() {
        node.on("POST /api/v1/records", 202, RECEIPT);
        for (String command : new String[] {"publish", "update"}) {
            var result =
                    new Typed()
                            .with("WIS2_URL", node.url())
                            .input("{}")
                            .run("metadata", command, "-", "--url", "https://x/r.json");

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(node.calls().getLast()).contains("intent=" + command);
        }
    }

    @Test
    void a_record_without_a_url_is_wrong_usage() {
        assertThat(new Typed().input("{}").run("metadata", "publish", "-").code()).isEqualTo(2);
    }

    @Test
    void a_refused_url_is_wrong_usage_too() {
        node.on("POST /api/v1/records", 400, "{\"detail\": \"no\", \"code\": \"BAD_PARAMETER\"}");

        var result =
                new Typed()
                        .with("WIS2_URL", node.url())
                        .input("{}")
                        .run("metadata", "publish", "-", "--url", "file:///r.json");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("BAD_PARAMETER");
    }

    @Test
    void waiting_tells_the_findings_and_the_verdict() {
        node.on("POST /api/v1/notifications", 202, RECEIPT)
                .on("GET /api/v1/runs/" + Runs.ID, 200, Runs.in("failed"));

        var result =
                new Typed()
                        .with("WIS2_URL", node.url())
                        .input("{}")
                        .run("message", "publish", "-", "--topic", "a/b", "--wait");

        assertThat(result.code()).isEqualTo(1);
        assertThat(node.calls().getFirst()).endsWith("?topic=a%2Fb");
        assertThat(result.out())
                .contains("is failed: Step verify-data failed (LINK_STATUS)")
                .contains("fault at /links/0: 404 found, 200 required.");
    }

    @Test
    void without_a_node_nothing_is_decided() {
        var result =
                new Typed()
                        .input("{}")
                        .run("message", "publish", "-", "--node", "http://127.0.0.1:1");

        assertThat(result.code()).isEqualTo(3);
    }
}
