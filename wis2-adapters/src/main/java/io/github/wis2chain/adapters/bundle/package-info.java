/// The official schemas and code lists, fetched when the operator asks for it and kept with their checksums.
///
/// A set of files is complete or absent: it is written into a folder of its own, and one small file that is replaced
/// atomically says which folder counts. Nothing here is called while an event is processed but the judging by a schema
/// that was read before.
@NullMarked
package io.github.wis2chain.adapters.bundle;

import org.jspecify.annotations.NullMarked;
