/// How the sample material was made, and that it is what it says.
@NullMarked
package io.github.wis2chain.app.sample;

import org.jspecify.annotations.NullMarked;
