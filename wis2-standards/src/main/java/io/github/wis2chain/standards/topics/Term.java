package io.github.wis2chain.standards.topics;

import java.util.SortedMap;
import java.util.TreeMap;

/// One term of the hierarchy, with the terms that may follow it.
///
/// Filled while the terms are read and left alone from then on.
///
/// @param children by name, in alphabetical order; empty below a leaf
record Term(TermStatus status, SortedMap<String, Term> children) {

    static Term of(TermStatus status) {
        return new Term(status, new TreeMap<>());
    }

    boolean isLeaf() {
        return children.isEmpty();
    }
}
