/// Faulty inputs at every entry point of the library.
@NullMarked
package io.github.wis2chain.standards.fuzz;

import org.jspecify.annotations.NullMarked;
