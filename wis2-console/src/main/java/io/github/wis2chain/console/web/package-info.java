/// The pages for people: rendered here, readable without script, alive with it.
@NullMarked
package io.github.wis2chain.console.web;

import org.jspecify.annotations.NullMarked;
