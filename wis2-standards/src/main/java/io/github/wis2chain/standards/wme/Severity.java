package io.github.wis2chain.standards.wme;

import java.util.Locale;
import java.util.Optional;

/// How grave a monitoring event is (WME, `/req/monitoring-event-message-core/data_severity`), in rising order.
public enum Severity {
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    CRITICAL;

    /// The severity of that name, in any case.
    static Optional<Severity> meant(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        for (Severity severity : values()) {
            if (severity.name().equals(upper)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
