/// CloudEvents 1.0: reading events in JSON structured mode and in the binary mode of MQTT 5.
@NullMarked
package io.github.wis2chain.standards.cloudevents;

import org.jspecify.annotations.NullMarked;
