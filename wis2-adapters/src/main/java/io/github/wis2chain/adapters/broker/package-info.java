/// The MQTT broker inside the process: its listeners, users, event inlets and publisher.
///
/// The broker is HiveMQ Community Edition, of which nothing shows outside this package. What it does
/// silently, this package does loudly: a port in use, a configuration not understood and a dropped
/// message are reported.
@NullMarked
package io.github.wis2chain.adapters.broker;

import org.jspecify.annotations.NullMarked;
