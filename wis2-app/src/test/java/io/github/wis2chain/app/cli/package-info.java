/// Tests of the command line.
@NullMarked
package io.github.wis2chain.app.cli;

import org.jspecify.annotations.NullMarked;
