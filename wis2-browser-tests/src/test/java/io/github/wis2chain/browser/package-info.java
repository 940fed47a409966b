/// The console as people meet it.
@NullMarked
package io.github.wis2chain.browser;

import org.jspecify.annotations.NullMarked;
