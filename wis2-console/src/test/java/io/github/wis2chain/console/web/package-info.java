@NullMarked
package io.github.wis2chain.console.web;

import org.jspecify.annotations.NullMarked;
