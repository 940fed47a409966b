/// Tests of the REST API against a real server.
@NullMarked
package io.github.wis2chain.console.api;

import org.jspecify.annotations.NullMarked;
