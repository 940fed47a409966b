package io.github.wis2chain.standards.cloudevents;

/// A user property of an MQTT 5 PUBLISH packet (MQTT 5.0, 3.3.2.3.7).
public record UserProperty(String name, String value) {}
