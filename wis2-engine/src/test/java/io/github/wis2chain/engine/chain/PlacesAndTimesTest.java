package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.TestDocument;
import io.github.wis2chain.standards.stac.ItemFixture;
import io.github.wis2chain.standards.wnm.Wnm;

import org.junit.jupiter.api.Test;

/// Places and times of an item that a notification says in its own way.
class PlacesAndTimesTest {

    private final Chain chain = new Chain(aDataset().dataset());

    @Test
    void an_unknown_place_stays_unknown() throws Exception {
        JsonTree notification =
                notification(FIRST.item().without("/bbox").with("/geometry", "null"));

        assertThat(notification.at("/geometry")).contains(TestDocument.json("null"));
    }

    @Test
    void a_multi_polygon_becomes_the_rectangle_around_it() throws Exception {
        JsonTree notification =
                notification(
                        FIRST.item()
                                .with("/bbox", "[0, 0, 6, 6]")
                                .with(
                                        "/geometry",
                                        """
                                        {"type": "MultiPolygon", "coordinates": [
                                          [[[0, 0], [1, 0], [1, 1], [0, 0]]],
                                          [[[5, 5], [6, 5], [6, 6], [5, 5]]]]}
                                        """));

        assertThat(notification.at("/geometry"))
                .contains(
                        TestDocument.json(
                                """
                                {"type": "Polygon", "coordinates":
                                  [[[0, 0], [6, 0], [6, 6], [0, 6], [0, 0]]]}
                                """));
    }

    @Test
    void an_interval_is_announced_by_its_start_and_end() throws Exception {
        JsonTree notification =
                notification(
                        FIRST.item()
                                .with("/properties/datetime", "null")
                                .with("/properties/start_datetime", "\"2026-03-14T06:00:00Z\"")
                                .with("/properties/end_datetime", "\"2026-03-14T07:00:00Z\""));

        assertThat(Chain.text(notification, "/properties/start_datetime"))
                .isEqualTo("2026-03-14T06:00:00Z");
        assertThat(Chain.text(notification, "/properties/end_datetime"))
                .isEqualTo("2026-03-14T07:00:00Z");
    }

    private JsonTree notification(ItemFixture item) throws InterruptedException {
        Chain.summary(chain.run(item));
        JsonTree notification = chain.onlyNotification();
        assertThat(Wnm.validate(notification, Profile.STRICT).conforms()).isTrue();
        return notification;
    }
}
