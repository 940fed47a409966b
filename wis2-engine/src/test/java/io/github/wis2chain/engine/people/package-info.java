@NullMarked
package io.github.wis2chain.engine.people;

import org.jspecify.annotations.NullMarked;
