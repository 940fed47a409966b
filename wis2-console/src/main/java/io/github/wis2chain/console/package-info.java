@NullMarked
package io.github.wis2chain.console;

import org.jspecify.annotations.NullMarked;
