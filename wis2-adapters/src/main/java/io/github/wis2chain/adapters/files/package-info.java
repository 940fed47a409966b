/// Files of this machine.
@NullMarked
package io.github.wis2chain.adapters.files;

import org.jspecify.annotations.NullMarked;
