package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.Window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What goes out, kept in memory, for tests.
public class InMemoryOutbox implements Outbox {

    private final List<Published> kept = new ArrayList<>();
    private final Set<String> unanswered = new HashSet<>();

    @Override
    public synchronized CompletableFuture<Void> store(RunId run, List<Ready> notifications) {
        for (Ready notification : notifications) {
            kept.add(new Published(kept.size() + 1L, run, notification));
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized List<Ready> of(RunId run) {
        return kept.stream()
                .filter(published -> published.run().equals(run))
                .map(Published::notification)
                .toList();
    }

    @Override
    public synchronized CompletableFuture<Void> acknowledged(
            RunId run, String notificationId, Delivery delivery) {
        kept.replaceAll(published ->
                published.run().equals(run) && published.notification().id().equals(notificationId)
                        ? new Published(
                                published.number(),
                                run,
                                published.notification().sentWith(delivery))
                        : published);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletableFuture<Void> unanswered(RunId run, String notificationId) {
        unanswered.add(notificationId);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized Optional<LastPublished> last(String dataset, String dataId) {
        return kept.stream()
                .filter(published -> isSent(published) || isUnanswered(published))
                .filter(published -> published.notification().dataset().equals(dataset))
                .filter(published -> published.notification().dataId().equals(dataId))
                .max(Comparator.comparing(Published::run))
                .map(published ->
                        new LastPublished(
                                published.notification().id(),
                                published.run(),
                                published.notification().rel(),
                                published.notification().fingerprint(),
                                isSent(published)
                                        ? sentAt(published)
                                        : published.notification().pubtime(),
                                isSent(published)));
    }

    @Override
    public synchronized List<Ready> acknowledgedSince(Instant instant) {
        return sent().filter(published -> !sentAt(published).isBefore(instant))
                .sorted(Comparator.comparing(InMemoryOutbox::sentAt))
                .map(Published::notification)
                .toList();
    }

    @Override
    public synchronized Optional<Instant> lastAcknowledged() {
        return sent().map(InMemoryOutbox::sentAt).max(Comparator.naturalOrder());
    }

    @Override
    public synchronized Map<String, Long> countAcknowledged(LocalDate from, LocalDate to) {
        return sent().filter(published -> !day(published).isBefore(from))
                .filter(published -> !day(published).isAfter(to))
                .collect(
                        Collectors.groupingBy(
                                published -> published.notification().dataset(),
                                Collectors.counting()));
    }

    private static LocalDate day(Published published) {
        return LocalDate.ofInstant(sentAt(published), ZoneOffset.UTC);
    }

    @Override
    public synchronized Optional<Instant> lastAcknowledged(String dataset) {
        return sent().filter(published -> published.notification().dataset().equals(dataset))
                .map(InMemoryOutbox::sentAt)
                .max(Comparator.naturalOrder());
    }

    @Override
    public synchronized List<Published> latest(
            Optional<String> dataset, Optional<Long> before, int limit) {
        return kept.reversed().stream()
                .filter(published ->
                        before.filter(number -> published.number() >= number).isEmpty())
                .filter(published ->
                        dataset.filter(name -> !name.equals(published.notification().dataset()))
                                .isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Found published(NotificationFilter filter, Window window) {
        List<Published> all =
                kept.reversed().stream()
                        .filter(each -> each.number() > window.after().orElse(Long.MIN_VALUE))
                        .filter(each -> each.number() < window.before().orElse(Long.MAX_VALUE))
                        .filter(each -> passes(each.notification(), filter))
                        .toList();
        int size = Math.min(all.size(), window.limit());
        List<Published> page =
                window.isForward()
                        ? all.subList(all.size() - size, all.size())
                        : all.subList(0, size);
        return new Found(
                page,
                all.size() > size
                        ? OptionalLong.of(
                                (window.isForward() ? page.getFirst() : page.getLast()).number())
                        : OptionalLong.empty());
    }

    private static boolean passes(Ready ready, NotificationFilter filter) {
        return filter.dataset().filter(name -> !name.equals(ready.dataset())).isEmpty()
                && filter.rel().filter(rel -> !rel.equals(ready.rel())).isEmpty()
                && filter.topic().filter(topic -> !topic.equals(ready.topic())).isEmpty()
                && filter.text().filter(text -> !isNamed(ready, text)).isEmpty()
                && filter.since().filter(ready.pubtime()::isBefore).isEmpty()
                && filter.until().filter(until -> !ready.pubtime().isBefore(until)).isEmpty();
    }

    private static boolean isNamed(Ready ready, String text) {
        return ready.id().equals(text)
                || ready.dataId().equals(text)
                || ready.dataId().endsWith("/" + text);
    }

    @Override
    public synchronized Optional<Published> find(String notificationId) {
        return kept.stream()
                .filter(published -> published.notification().id().equals(notificationId))
                .max(Comparator.comparing(InMemoryOutbox::isSent));
    }

    private Stream<Published> sent() {
        return kept.stream().filter(InMemoryOutbox::isSent);
    }

    private static boolean isSent(Published published) {
        return published.notification().sent().isPresent();
    }

    private boolean isUnanswered(Published published) {
        return unanswered.contains(published.notification().id());
    }

    private static Instant sentAt(Published published) {
        return published.notification().sent().orElseThrow().acknowledgedAt();
    }
}
