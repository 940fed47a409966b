package io.github.wis2chain.adapters.mqtt;

/// The version of MQTT that is spoken. There is no falling back from one to the other.
public enum ProtocolVersion {
    /// MQTT 5.0 (OASIS, 2019).
    V5,
    /// MQTT 3.1.1 (OASIS, 2014): no reason codes, user properties or content type.
    V3_1_1
}
