package io.github.wis2chain.engine.request;

/// How it stands with a request when it comes in.
public sealed interface Standing {

    /// It is the first of its key, or may be done again: it is to be done now.
    record Begun() implements Standing {}

    /// The same request is being worked on.
    record UnderWay() implements Standing {}

    /// The same request was being worked on when the node ended; whether it was done is not known.
    record Unfinished() implements Standing {}

    /// Another request had this key.
    record Other() implements Standing {}

    /// The same request was answered.
    record Answered(KeptAnswer answer) implements Standing {}
}
