package io.github.wis2chain.console.api;

import java.util.List;
import java.util.Optional;

/// A page of a list, newest first.
///
/// @param next what to give as `before` for the next page; absent on the last one
record Page<T>(List<T> items, Optional<String> next) {}
