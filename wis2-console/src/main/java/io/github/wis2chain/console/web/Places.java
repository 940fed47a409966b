package io.github.wis2chain.console.web;

import io.github.wis2chain.engine.chain.Ready;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where notifications are from, as points of a map of 3600 by 1800: tenths of a degree from the
/// upper left.
///
/// @param nowhere how many say no place
record Places(List<Place> places, int nowhere) {

    private static final JsonMapper JSON = new JsonMapper();

    Places {
        places = List.copyOf(places);
    }

    static Places of(List<Ready> notifications) {
        List<Place> places = new ArrayList<>();
        int nowhere = 0;
        for (Ready each : notifications) {
            Optional<Place> place = place(each);
            place.ifPresent(places::add);
            nowhere += place.isPresent() ? 0 : 1;
        }
        // The newest are drawn last, above the others.
        return new Places(places.reversed(), nowhere);
    }

    /// How many of a kind are drawn.
    long count(String rel) {
        return places.stream().filter(place -> place.ready().rel().equals(rel)).count();
    }

    private static Optional<Place> place(Ready ready) {
        JsonNode geometry;
        try {
            geometry = JSON.readTree(ready.message().bytes()).path("geometry");
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
        var bounds = new Bounds();
        bounds.take(geometry.path("coordinates"));
        return bounds.any
                ? Optional.of(
                        new Place(
                                ready,
                                Math.round(((bounds.west + bounds.east) / 2 + 180) * 10),
                                Math.round((90 - (bounds.south + bounds.north) / 2) * 10),
                                (bounds.west + bounds.east) / 2,
                                (bounds.south + bounds.north) / 2))
                : Optional.empty();
    }

    /// One notification's middle.
    record Place(Ready ready, long x, long y, double longitude, double latitude) {

        String words() {
            return "%.2f° %s, %.2f° %s"
                    .formatted(
                            Math.abs(latitude),
                            latitude < 0 ? "S" : "N",
                            Math.abs(longitude),
                            longitude < 0 ? "W" : "E");
        }
    }

    private static final class Bounds {

        private double west = Double.POSITIVE_INFINITY;
        private double east = Double.NEGATIVE_INFINITY;
        private double south = Double.POSITIVE_INFINITY;
        private double north = Double.NEGATIVE_INFINITY;
        private boolean any;

        void take(JsonNode coordinates) {
            if (coordinates.path(0).isNumber() && coordinates.path(1).isNumber()) {
                double longitude = coordinates.path(0).asDouble();
                double latitude = coordinates.path(1).asDouble();
                if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) {
                    west = Math.min(west, longitude);
                    east = Math.max(east, longitude);
                    south = Math.min(south, latitude);
                    north = Math.max(north, latitude);
                    any = true;
                }
            } else {
                coordinates.forEach(this::take);
            }
        }
    }
}
