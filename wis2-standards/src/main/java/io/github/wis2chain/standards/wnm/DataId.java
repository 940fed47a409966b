package io.github.wis2chain.standards.wnm;

/// What identifies a datum inside its dataset, the same for all versions of it (WNM 1.3, `/req/core/data_id`).
///
/// @param value free text that is not blank
public record DataId(String value) {

    public DataId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("data_id [%s] must not be blank".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
