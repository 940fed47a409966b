package io.github.wis2chain.standards.wnm;

import java.math.BigDecimal;
import java.util.Optional;

/// A place on the Earth in WGS 84 (WNM 1.3, `/req/core/geometry`; height by `/per/core/geometry`).
///
/// @param longitude in degrees east, -180 to 180
/// @param latitude in degrees north, -90 to 90
/// @param height above the ellipsoid in metres
public record Position(BigDecimal longitude, BigDecimal latitude, Optional<BigDecimal> height) {

    static final BigDecimal MAX_LONGITUDE = BigDecimal.valueOf(180);
    static final BigDecimal MAX_LATITUDE = BigDecimal.valueOf(90);

    public Position {
        if (longitude.abs().compareTo(MAX_LONGITUDE) > 0) {
            throw new IllegalArgumentException(
                    "longitude [%s] must be -180 to 180".formatted(longitude));
        }
        if (latitude.abs().compareTo(MAX_LATITUDE) > 0) {
            throw new IllegalArgumentException(
                    "latitude [%s] must be -90 to 90".formatted(latitude));
        }
    }

    /// A place without height.
    public static Position of(double longitude, double latitude) {
        return new Position(
                BigDecimal.valueOf(longitude), BigDecimal.valueOf(latitude), Optional.empty());
    }

    /// Whether another position is the same place, however its numbers are written.
    public boolean isAt(Position other) {
        return longitude.compareTo(other.longitude) == 0
                && latitude.compareTo(other.latitude) == 0
                && height.isPresent() == other.height.isPresent()
                && height.flatMap(h -> other.height.map(h::compareTo)).orElse(0) == 0;
    }
}
