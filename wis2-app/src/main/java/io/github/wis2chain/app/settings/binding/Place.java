package io.github.wis2chain.app.settings.binding;

/// Where a person wrote something: file, line and column, both from 1.
record Place(String file, int line, int column) {

    @Override
    public String toString() {
        return "%s:%d:%d".formatted(file, line, column);
    }
}
