@NullMarked
package io.github.wis2chain.engine.request;

import org.jspecify.annotations.NullMarked;
