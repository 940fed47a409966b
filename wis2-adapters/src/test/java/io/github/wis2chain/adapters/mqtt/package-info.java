/// Tests of the MQTT client against real brokers: Mosquitto, and the embedded one for WebSocket,
/// which Debian's Mosquitto does not have.
@NullMarked
package io.github.wis2chain.adapters.mqtt;

import org.jspecify.annotations.NullMarked;
