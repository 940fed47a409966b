/// STAC items 1.0 and 1.1 with the file extension: reading and judging them, and what a notification
/// takes from them.
@NullMarked
package io.github.wis2chain.standards.stac;

import org.jspecify.annotations.NullMarked;
