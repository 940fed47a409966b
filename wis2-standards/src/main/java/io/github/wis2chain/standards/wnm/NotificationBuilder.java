package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.json.JsonTree;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Collects the parts of a notification. Required are `id`, `dataId`, `pubtime` and one primary link; the time of the
/// data is unknown unless told. For one thread.
public final class NotificationBuilder {

    private @Nullable UUID id;
    private Optional<Geometry> geometry = Optional.empty();
    private @Nullable DataId dataId;
    private Optional<MetadataId> metadataId = Optional.empty();
    private @Nullable Instant pubtime;
    private Temporal temporal = new Temporal.Unknown();
    private Optional<Integrity> integrity = Optional.empty();
    private Optional<Content> content = Optional.empty();
    private final List<Link> links = new ArrayList<>();
    private Optional<Boolean> cache = Optional.empty();
    private Optional<String> producer = Optional.empty();
    private final Map<String, JsonTree> extraProperties = new LinkedHashMap<>();
    private final Map<String, JsonTree> extra = new LinkedHashMap<>();

    NotificationBuilder() {}

    NotificationBuilder(NotificationMessage message) {
        id = message.id();
        geometry = message.geometry();
        dataId = message.dataId();
        metadataId = message.metadataId();
        pubtime = message.pubtime();
        temporal = message.temporal();
        integrity = message.integrity();
        content = message.content();
        links.addAll(message.links());
        cache = message.cache();
        producer = message.producer();
        extraProperties.putAll(message.extraProperties());
        extra.putAll(message.extra());
    }

    /// Sets the identifier of the message.
    public NotificationBuilder id(UUID value) {
        id = value;
        return this;
    }

    /// Sets where the data are from; empty when unknown.
    public NotificationBuilder geometry(Optional<? extends Geometry> value) {
        geometry = value.map(Geometry.class::cast);
        return this;
    }

    /// Sets where the data are from.
    public NotificationBuilder geometry(Geometry value) {
        return geometry(Optional.of(value));
    }

    /// Sets what identifies the data inside the dataset.
    public NotificationBuilder dataId(DataId value) {
        dataId = value;
        return this;
    }

    /// Sets the discovery record of the dataset.
    public NotificationBuilder metadataId(MetadataId value) {
        metadataId = Optional.of(value);
        return this;
    }

    /// Sets when the notification was made, cut to milliseconds.
    public NotificationBuilder pubtime(Instant value) {
        pubtime = value.truncatedTo(ChronoUnit.MILLIS);
        return this;
    }

    /// Sets the time that the data describe.
    public NotificationBuilder temporal(Temporal value) {
        temporal = value;
        return this;
    }

    /// Sets the digest of the data.
    public NotificationBuilder integrity(Integrity value) {
        integrity = Optional.of(value);
        return this;
    }

    /// Sets or takes away the data carried inside.
    public NotificationBuilder content(Optional<Content> value) {
        content = value;
        return this;
    }

    /// Adds a link.
    public NotificationBuilder link(Link value) {
        links.add(value);
        return this;
    }

    /// Sets all links, in place of those given before.
    public NotificationBuilder links(List<Link> values) {
        links.clear();
        links.addAll(values);
        return this;
    }

    /// Sets whether Global Caches should keep the data.
    public NotificationBuilder cache(boolean value) {
        cache = Optional.of(value);
        return this;
    }

    /// Sets on whose behalf the data are published.
    public NotificationBuilder producer(String value) {
        producer = Optional.of(value);
        return this;
    }

    /// Adds a further member of `properties`.
    public NotificationBuilder extraProperty(String name, JsonTree value) {
        extraProperties.put(name, value);
        return this;
    }

    /// Adds a further member of the message.
    public NotificationBuilder extra(String name, JsonTree value) {
        extra.put(name, value);
        return this;
    }

    /// The message.
    ///
    /// @throws IllegalStateException if a required part is missing
    /// @throws IllegalArgumentException if there is not exactly one primary link
    public NotificationMessage build() {
        return new NotificationMessage(
                given("id", id),
                geometry,
                given("data_id", dataId),
                metadataId,
                given("pubtime", pubtime),
                temporal,
                integrity,
                content,
                links,
                cache,
                producer,
                extraProperties,
                extra);
    }

    private static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("[%s] must be set".formatted(name));
        }
        return value;
    }
}
