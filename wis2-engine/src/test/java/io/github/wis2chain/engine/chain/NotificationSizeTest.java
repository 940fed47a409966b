package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.Chain.text;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.standards.json.TestDocument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;
import java.util.Optional;

/// What goes into a notification, and what is too large for one.
class NotificationSizeTest {

    private static final String LONG_5000 = "\"" + "x".repeat(5000) + "\"";

    @Test
    void small_data_are_put_into_the_notification() throws Exception {
        var chain = new Chain(aDataset().withInlineUpTo(100).dataset());

        chain.run(FIRST.event());

        assertThat(text(chain.onlyNotification(), "/properties/content/value"))
                .isEqualTo(FIRST.text());
        assertThat(chain.data.requests()).hasSize(1);
    }

    @Test
    void data_larger_than_the_inline_limit_stay_outside() throws Exception {
        var chain = new Chain(aDataset().withInlineUpTo(5).dataset());

        chain.run(FIRST.event());

        assertThat(chain.onlyNotification().at("/properties/content")).isEmpty();
    }

    @Test
    void data_that_would_make_the_notification_too_large_stay_outside() throws Exception {
        var file = new ArgoFile("y".repeat(3000));
        var chain =
                new Chain(
                        aDataset()
                                .withProperties(Map.of("long", TestDocument.json(LONG_5000)))
                                .withInlineUpTo(3072)
                                .dataset());
        chain.data.serve(ArgoFile.HREF, file.bytes());

        Outcome outcome = chain.run(file.event());

        assertThat(chain.onlyNotification().at("/properties/content")).isEmpty();
        assertThat(chain.onlyNotification().at("/links/0/length"))
                .contains(TestDocument.json("3000"));
        assertThat(Chain.remarks(outcome))
                .anySatisfy(remark ->
                        assertThat(remark.text())
                                .contains("the 8192 bytes that are allowed", "only the link"));
    }

    @ParameterizedTest
    @EnumSource(CheckMode.class)
    void a_notification_beyond_8192_bytes_is_refused_whatever_the_checks_say(CheckMode mode)
            throws Exception {
        var lenient =
                new Chain(
                        aDataset()
                                .withProperties(
                                        Map.of(
                                                "one", TestDocument.json(LONG_5000),
                                                "two", TestDocument.json(LONG_5000)))
                                .withChecks(mode, CheckMode.OFF, CheckMode.OFF, CheckMode.OFF)
                                .dataset());

        Failure failure = Chain.failure(lenient.run(FIRST.event()));

        assertThat(failure.code()).isEqualTo("NOTIFICATION_INVALID");
        assertThat(failure.text()).contains("bytes; at most 8192 are allowed");
        assertThat(lenient.publisher.sent()).isEmpty();
    }

    @Test
    void a_notification_beyond_8192_bytes_is_refused_before_anything_is_stored() throws Exception {
        String long9000 = "\"" + "x".repeat(9000) + "\"";
        var chain =
                new Chain(
                        aDataset()
                                .withProperties(Map.of("story", TestDocument.json(long9000)))
                                .dataset());

        var failure = Chain.failure(chain.run(FIRST.event()));

        assertThat(failure.code()).isEqualTo("NOTIFICATION_INVALID");
        assertThat(failure.text()).contains("bytes; at most 8192 are allowed");
        assertThat(chain.publisher.sent()).isEmpty();
        assertThat(chain.outbox.latest(Optional.empty(), Optional.empty(), 9)).isEmpty();
    }
}
