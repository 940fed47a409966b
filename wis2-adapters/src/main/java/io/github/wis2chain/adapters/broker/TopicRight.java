package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.standards.topics.TopicFilter;

/// What a user may do with the topics of a filter. What no right allows is denied.
public record TopicRight(TopicFilter filter, Access access) {

    /// Reading is subscribing, writing is publishing.
    public enum Access {
        READ,
        WRITE,
        READ_WRITE;

        boolean reads() {
            return this != WRITE;
        }

        boolean writes() {
            return this != READ;
        }
    }

    /// The right to subscribe.
    public static TopicRight read(String filter) {
        return new TopicRight(new TopicFilter(filter), Access.READ);
    }

    /// The right to publish.
    public static TopicRight write(String filter) {
        return new TopicRight(new TopicFilter(filter), Access.WRITE);
    }

    /// The right to subscribe and to publish.
    public static TopicRight readWrite(String filter) {
        return new TopicRight(new TopicFilter(filter), Access.READ_WRITE);
    }
}
