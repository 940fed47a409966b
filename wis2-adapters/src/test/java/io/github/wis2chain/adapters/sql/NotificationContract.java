package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.NotificationFilter;
import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.Window;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/// How every store keeps notifications, and finds them again.
abstract class NotificationContract extends LedgerContract {

    @Test
    void notifications_are_stored_once_and_come_back_with_their_bytes() {
        RunId run = accept("a");
        List<Ready> notifications = List.of(ready("a/b/1.bufr"), ready("a/b/2.bufr"));

        store().outbox().store(run, notifications).join();

        assertThat(store().outbox().of(run)).isEqualTo(notifications);
        assertThat(store().outbox().of(new RunId(4711))).isEmpty();
        assertThatThrownBy(() -> store().outbox().store(run, List.of(ready("a/b/1.bufr"))).join())
                .isInstanceOf(CompletionException.class);
        assertThat(store().outbox().of(run)).isEqualTo(notifications);
        assertThat(found(text("2.bufr"))).containsExactly(run);
        String id = notifications.getLast().id();
        assertThat(store().outbox().find(id).orElseThrow().notification().dataId())
                .isEqualTo("a/b/2.bufr");
        assertThat(store().outbox().find(UUID.randomUUID().toString())).isEmpty();
        assertThat(store().outbox().find("no such id")).isEmpty();
    }

    @Test
    void of_runs_with_one_notification_the_acknowledged_one_is_found() {
        Ready ready = ready("a/b/1.bufr");
        RunId refused = accept("a");
        RunId sent = accept("b");
        RunId waiting = accept("c");
        for (RunId run : List.of(refused, sent, waiting)) {
            store().outbox().store(run, List.of(ready)).join();
        }

        store().outbox()
                .acknowledged(
                        sent, ready.id(), new Delivery(clock.instant(), "embedded", "SUCCESS"))
                .join();

        assertThat(store().outbox().find(ready.id()).orElseThrow().run()).isEqualTo(sent);
    }

    @Test
    void notifications_are_listed_newest_first_page_by_page() {
        RunId run = accept("a");
        List<Ready> notifications = List.of(ready("1"), ready("2"), ready("3"));
        store().outbox().store(run, notifications).join();

        var page = store().outbox().latest(Optional.of("argo"), Optional.empty(), 2);

        assertThat(page).extracting(one -> one.notification().dataId()).containsExactly("3", "2");
        assertThat(
                        store().outbox()
                                .latest(Optional.empty(), Optional.of(page.getLast().number()), 9))
                .extracting(one -> one.notification().dataId())
                .containsExactly("1");
        assertThat(store().outbox().latest(Optional.of("synop"), Optional.empty(), 2)).isEmpty();
    }

    @Test
    void notifications_are_found_by_what_they_say_and_in_both_directions() {
        RunId run = accept("a");
        Ready first = ready("a/b/1.bufr");
        Ready second = related(ready("a/b/2.bufr"), "update");
        Ready third = related(ready("a/b/3.bufr"), "deletion");
        store().outbox().store(run, List.of(first, second, third)).join();

        var all = store().outbox().published(NotificationFilter.ALL, Window.newest(2));

        assertThat(dataIds(all)).containsExactly("a/b/3.bufr", "a/b/2.bufr");
        assertThat(all.next()).hasValue(all.notifications().getLast().number());
        long edge = all.notifications().getLast().number();
        assertThat(dataIds(published("", "", "", Window.olderThan(edge, 5))))
                .containsExactly("a/b/1.bufr");
        assertThat(dataIds(published("", "", "", Window.newerThan(edge, 5))))
                .containsExactly("a/b/3.bufr");
        Window newest = Window.newest(5);
        assertThat(dataIds(published("update", "", "", newest))).containsExactly("a/b/2.bufr");
        assertThat(dataIds(published("canonical", "", "", newest))).containsExactly("a/b/1.bufr");
        assertThat(dataIds(published("", third.topic(), "", newest))).hasSize(3);
        assertThat(dataIds(published("", "origin/a/wis2/other", "", newest))).isEmpty();
        assertThat(dataIds(published("", "", "3.bufr", newest))).containsExactly("a/b/3.bufr");
        assertThat(dataIds(published("", "", second.id(), newest))).containsExactly("a/b/2.bufr");
        assertThat(dataIds(published("", "", "b/3.bufr", newest))).isEmpty();
    }

    private Outbox.Found published(String rel, String topic, String text, Window window) {
        return store().outbox()
                .published(
                        new NotificationFilter(
                                Optional.of("argo"),
                                Optional.of(rel).filter(word -> !word.isEmpty()),
                                Optional.of(topic).filter(word -> !word.isEmpty()),
                                Optional.of(text).filter(word -> !word.isEmpty()),
                                Optional.of(clock.instant()),
                                Optional.of(clock.instant().plusSeconds(1))),
                        window);
    }

    private static Ready related(Ready ready, String rel) {
        return with(ready.dataset(), rel, ready);
    }

    private static List<String> dataIds(Outbox.Found found) {
        return found.notifications().stream().map(each -> each.notification().dataId()).toList();
    }
}
