/// Reads a configuration file strictly: every value typed, every key known, every problem reported
/// with its place. It knows no setting; those are records of the package above.
@NullMarked
package io.github.wis2chain.app.settings.binding;

import org.jspecify.annotations.NullMarked;
