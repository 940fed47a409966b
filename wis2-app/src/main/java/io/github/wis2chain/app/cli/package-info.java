/// The command line: what an operator types, in the words of the field.
@NullMarked
package io.github.wis2chain.app.cli;

import org.jspecify.annotations.NullMarked;
