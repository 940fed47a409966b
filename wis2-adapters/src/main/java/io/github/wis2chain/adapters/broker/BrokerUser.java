package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.engine.people.PasswordHash;

import java.util.List;

/// Someone who may connect to the embedded broker, and what they may do there.
public record BrokerUser(String name, PasswordHash password, List<TopicRight> rights) {

    public BrokerUser {
        if (name.isBlank() || name.length() > 256) {
            throw new IllegalArgumentException(
                    "broker user name [%s] must have 1 to 256 characters, not all blank"
                            .formatted(name));
        }
        rights = List.copyOf(rights);
    }

    boolean writesAnything() {
        return rights.stream().anyMatch(right -> right.access().writes());
    }

    boolean mayWrite(String topic) {
        return rights.stream()
                .anyMatch(right -> right.access().writes() && right.filter().matches(topic));
    }
}
