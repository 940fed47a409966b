/// Tests of the embedded broker with real clients, and what they share.
@NullMarked
package io.github.wis2chain.adapters.broker;

import org.jspecify.annotations.NullMarked;
