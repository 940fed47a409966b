/// What is wrong around a node: the checks that a person would do by hand. None of them changes
/// anything.
@NullMarked
package io.github.wis2chain.app.doctor;

import org.jspecify.annotations.NullMarked;
