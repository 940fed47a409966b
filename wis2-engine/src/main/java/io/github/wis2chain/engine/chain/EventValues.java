package io.github.wis2chain.engine.chain;

import io.github.wis2chain.standards.stac.StacAsset;

import java.net.URI;
import java.util.Optional;

/// The values that the names of a {@link DataIdTemplate} have for one asset of an event.
record EventValues(FileEvent file, StacAsset asset) {

    private static final String PROPERTY = "item.properties.";

    Optional<String> value(String name) {
        return switch (name) {
            case "centre-id" -> Optional.of(file.dataset().announcing().topic().centreId().value());
            case "dataset" -> Optional.of(file.dataset().name());
            case "topic" -> Optional.of(belowVersion());
            case "event.id" -> Optional.of(file.event().id());
            case "event.subject" -> file.event().subject();
            case "event.source" -> Optional.of(file.event().source());
            case "event.type" -> Optional.of(file.event().type());
            case "item.id" -> Optional.of(file.item().id());
            case "item.collection" -> file.item().collection();
            case "asset.key" -> Optional.of(asset.key());
            case "asset.title" -> asset.title();
            case "href.path" -> path();
            case "href.name" -> path().map(path -> path.substring(path.lastIndexOf('/') + 1));
            default ->
                    name.startsWith(PROPERTY)
                            ? property(name.substring(PROPERTY.length()))
                            : Optional.empty();
        };
    }

    private String belowVersion() {
        var levels = file.dataset().announcing().topic().levels();
        return String.join("/", levels.subList(2, levels.size()));
    }

    private Optional<String> path() {
        try {
            String path = URI.create(asset.href()).getRawPath();
            if (path == null || path.length() < 2) {
                return Optional.empty();
            }
            return Optional.of(path.startsWith("/") ? path.substring(1) : path);
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }

    private Optional<String> property(String name) {
        return file.item()
                .properties()
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
