package io.github.wis2chain.standards.generation;

import io.github.wis2chain.standards.cloudevents.CloudEvent;
import io.github.wis2chain.standards.stac.StacAsset;
import io.github.wis2chain.standards.stac.StacItem;
import io.github.wis2chain.standards.topics.Topic;

import java.net.URI;
import java.util.Optional;

/// What the names of a [DataIdTemplate] stand for, as far as it is known.
///
/// @param topic where the notification is published
/// @param dataset the dataset's name
/// @param event the event that tells of the file
/// @param asset the file in its STAC item
/// @param href the file's URL
public record DataIdValues(
        Optional<Topic> topic,
        Optional<String> dataset,
        Optional<CloudEvent> event,
        Optional<ItemAsset> asset,
        String href) {

    private static final String PROPERTY = "item.properties.";

    /// One file of an item.
    public record ItemAsset(StacItem item, StacAsset asset) {}

    /// The value of a name of the table in [DataIdTemplate], `href.path.last(N)` aside.
    public Optional<String> value(String name) {
        return switch (name) {
            case "centre-id" -> topic.map(found -> found.centreId().value());
            case "dataset" -> dataset;
            case "topic" -> topic.map(DataIdValues::belowVersion);
            case "event.id" -> event.map(CloudEvent::id);
            case "event.subject" -> event.flatMap(CloudEvent::subject);
            case "event.source" -> event.map(CloudEvent::source);
            case "event.type" -> event.map(CloudEvent::type);
            case "item.id" -> asset.map(found -> found.item().id());
            case "item.collection" -> asset.flatMap(found -> found.item().collection());
            case "asset.key" -> asset.map(found -> found.asset().key());
            case "asset.title" -> asset.flatMap(found -> found.asset().title());
            case "href.path" -> path();
            case "href.name" -> path().map(path -> path.substring(path.lastIndexOf('/') + 1));
            default ->
                    name.startsWith(PROPERTY)
                            ? asset.flatMap(found ->
                                    property(found.item(), name.substring(PROPERTY.length())))
                            : Optional.empty();
        };
    }

    private static String belowVersion(Topic topic) {
        var levels = topic.levels();
        return String.join("/", levels.subList(2, levels.size()));
    }

    private Optional<String> path() {
        try {
            String path = URI.create(href).getRawPath();
            if (path == null || path.length() < 2) {
                return Optional.empty();
            }
            return Optional.of(path.startsWith("/") ? path.substring(1) : path);
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }

    private static Optional<String> property(StacItem item, String name) {
        return item.properties()
                .member(name)
                .flatMap(value ->
                        switch (value.kind()) {
                            case STRING -> value.text();
                            case NUMBER, BOOLEAN -> Optional.of(value.toString());
                            case OBJECT, ARRAY, NULL -> Optional.empty();
                        })
                .filter(text -> !text.isEmpty());
    }
}
