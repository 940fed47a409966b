/// The settings of a node: one record for each concern, under one {@link Settings}, checked as a
/// whole before anything starts.
@NullMarked
package io.github.wis2chain.app.settings;

import org.jspecify.annotations.NullMarked;
