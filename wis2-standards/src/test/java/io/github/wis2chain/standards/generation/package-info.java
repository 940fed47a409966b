/// Tests of the making of notifications.
@NullMarked
package io.github.wis2chain.standards.generation;

import org.jspecify.annotations.NullMarked;
