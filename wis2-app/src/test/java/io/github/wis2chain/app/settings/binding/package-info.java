/// Tests of the strict reading of configuration files.
@NullMarked
package io.github.wis2chain.app.settings.binding;

import org.jspecify.annotations.NullMarked;
