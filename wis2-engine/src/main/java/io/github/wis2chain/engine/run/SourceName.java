package io.github.wis2chain.engine.run;

import java.util.regex.Pattern;

/// The name of a source of events, as the configuration gives it: `argo-files`, `http`.
public record SourceName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public SourceName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "source name [%s] must be lower-case letters, digits and hyphens, at most 63 of them"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
