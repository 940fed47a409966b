@NullMarked
package io.github.wis2chain.engine;

import org.jspecify.annotations.NullMarked;
