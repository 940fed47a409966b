/// Tests of the settings.
@NullMarked
package io.github.wis2chain.app.settings;

import org.jspecify.annotations.NullMarked;
