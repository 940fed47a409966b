@NullMarked
package io.github.wis2chain.app.demo;

import org.jspecify.annotations.NullMarked;
