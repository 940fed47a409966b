package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationCommandTest {

    private final FakeNode node = new FakeNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void notifications_are_listed_with_the_way_to_the_next_page() {
        node.on(
                "GET /api/v1/notifications",
                200,
                "{\"items\": [{\"id\": \"6c1b\", \"pubtime\": \"2026-11-23T21:04:05Z\", \"rel\":"
                        + " \"update\", \"acknowledged_at\": null, \"dataset\": \"argo\","
                        + " \"data_id\": \"x/a.bufr\"}], \"next\": \"77\"}");

        var result = type().run("notification", "list", "--rel", "update", "--search", "a.bufr");

        assertThat(result.out())
                .contains("6c1b", "2026-11-23 21:04:05", "update", "no", "argo", "x/a.bufr");
        assertThat(result.err()).contains("--before 77");
        assertThat(node.calls())
                .containsExactly("GET /api/v1/notifications?rel=update&q=a.bufr&limit=50");
    }

    @Test
    void a_document_is_shown_with_every_character_it_has() {
        node.on(
                "GET /api/v1/notifications/6c1b",
                200,
                "{\"id\":\"6c1b\",\"message\":{\"n\":1.10}}");

        assertThat(type().run("notification", "show", "6c1b").out())
                .contains("\"n\": 1.10")
                .contains("\n");
        assertThat(type().run("notification", "show", "none").code()).isNotZero();
    }

    @Test
    void a_notification_is_sent_again_and_a_refusal_is_told() {
        node.on(
                "POST /api/v1/notifications/6c1b/republish",
                200,
                "{\"id\": \"6c1b\", \"topic\": \"origin/a\", \"broker\": \"embedded\","
                        + " \"reason\": \"SUCCESS\"}");
        node.on(
                "POST /api/v1/notifications/old/republish",
                409,
                "{\"code\": \"NOTIFICATION_STATE\", \"detail\": \"Another has taken its place.\"}");

        var sent = type().run("notification", "republish", "6c1b");
        var refused = type().run("notification", "republish", "old");

        assertThat(sent.code()).isZero();
        assertThat(sent.out()).contains("6c1b was sent again on origin/a", "embedded", "SUCCESS");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("Another has taken its place.");
    }

    private Typed type() {
        return new Typed().with("WIS2_URL", node.url());
    }
}
