/// Strict and bounded reading, a read-only view and compact writing of JSON (RFC 8259).
///
/// A text that cannot be read is a result with its place and reason, never an exception.
@NullMarked
package io.github.wis2chain.standards.json;

import org.jspecify.annotations.NullMarked;
