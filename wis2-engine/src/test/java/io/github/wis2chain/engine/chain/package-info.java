/// Fakes of the chain's ports and tests of its steps.
@NullMarked
package io.github.wis2chain.engine.chain;

import org.jspecify.annotations.NullMarked;
