/// Loads a whole node from outside, as its users would, and prints what it does beside what the
/// same machine can do.
@NullMarked
package io.github.wis2chain.bench;

import org.jspecify.annotations.NullMarked;
