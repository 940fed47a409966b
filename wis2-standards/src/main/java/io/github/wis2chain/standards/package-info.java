@NullMarked
package io.github.wis2chain.standards;

import org.jspecify.annotations.NullMarked;
