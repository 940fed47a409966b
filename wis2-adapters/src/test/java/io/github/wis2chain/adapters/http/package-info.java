/// Tests of following links, and the server that misbehaves on demand.
@NullMarked
package io.github.wis2chain.adapters.http;

import org.jspecify.annotations.NullMarked;
