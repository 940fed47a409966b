/// MQTT 5 and 3.1.1, as a client of whatever broker: the source of events, the publisher of
/// notifications, and a subscriber that only looks.
@NullMarked
package io.github.wis2chain.adapters.mqtt;

import org.jspecify.annotations.NullMarked;
