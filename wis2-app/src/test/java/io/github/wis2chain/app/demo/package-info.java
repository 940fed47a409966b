/// The whole node, as the demonstration starts it.
@NullMarked
package io.github.wis2chain.app.demo;

import org.jspecify.annotations.NullMarked;
