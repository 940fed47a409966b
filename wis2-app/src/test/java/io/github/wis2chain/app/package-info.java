/// Tests of the whole node.
@NullMarked
package io.github.wis2chain.app;

import org.jspecify.annotations.NullMarked;
