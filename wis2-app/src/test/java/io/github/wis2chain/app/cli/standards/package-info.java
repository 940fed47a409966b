/// Tests of the commands about the standards.
@NullMarked
package io.github.wis2chain.app.cli.standards;

import org.jspecify.annotations.NullMarked;
