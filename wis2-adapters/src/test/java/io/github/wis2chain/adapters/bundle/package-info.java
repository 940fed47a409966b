/// Tests of official schemas.
@NullMarked
package io.github.wis2chain.adapters.bundle;

import org.jspecify.annotations.NullMarked;
