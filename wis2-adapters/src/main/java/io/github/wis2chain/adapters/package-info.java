@NullMarked
package io.github.wis2chain.adapters;

import org.jspecify.annotations.NullMarked;
