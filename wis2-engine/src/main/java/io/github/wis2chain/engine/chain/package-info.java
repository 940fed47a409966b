/// Our pipeline: from a file event to a published notification, step by step, and the ports that
/// its steps need.
@NullMarked
package io.github.wis2chain.engine.chain;

import org.jspecify.annotations.NullMarked;
