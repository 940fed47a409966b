/// The demonstration: a whole node on loopback, shown at work with sample data.
@NullMarked
package io.github.wis2chain.app.demo;

import org.jspecify.annotations.NullMarked;
