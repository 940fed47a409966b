package io.github.wis2chain.standards.topics;

/// How far a term of the hierarchy is in use, as its code list states.
///
/// The status decides no verdict by itself: WTH asks only that a term is defined.
public enum TermStatus {
    OPERATIONAL,
    PRE_OPERATIONAL,
    /// An entry of the list that is on trial; not the sub-discipline `experimental`.
    EXPERIMENTAL,
    PLANNED,
    RETIRED,
    UNSTATED
}
