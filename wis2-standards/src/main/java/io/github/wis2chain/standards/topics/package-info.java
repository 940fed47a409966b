/// The WIS2 Topic Hierarchy (WTH 1.3): its terms as data, topics and filters as values, and the
/// rules for publishing and subscribing.
@NullMarked
package io.github.wis2chain.standards.topics;

import org.jspecify.annotations.NullMarked;
