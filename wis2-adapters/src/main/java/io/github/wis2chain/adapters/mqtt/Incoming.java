package io.github.wis2chain.adapters.mqtt;

import io.github.wis2chain.engine.run.Payload;

import java.util.Map;
import java.util.Optional;

/// A message as a client received it, still to be acknowledged.
///
/// @param redelivered DUP: the broker may have sent it before
/// @param acknowledge to be called once; does nothing when the connection is gone
record Incoming(
        String topic,
        Payload payload,
        Qos qos,
        boolean retained,
        boolean redelivered,
        Optional<String> contentType,
        Map<String, String> userProperties,
        Runnable acknowledge) {}
