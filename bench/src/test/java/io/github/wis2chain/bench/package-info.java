/// Proofs that the node in a process of its own loses nothing and doubles nothing.
@NullMarked
package io.github.wis2chain.bench;

import org.jspecify.annotations.NullMarked;
