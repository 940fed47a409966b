@NullMarked
package io.github.wis2chain.engine.run;

import org.jspecify.annotations.NullMarked;
