package io.github.wis2chain.adapters.mqtt;

/// The broker's answer to a published message (MQTT 5, 3.4.2.1).
///
/// @param verdict what follows from the reason
/// @param reason the reason code's name, with the broker's own words after it where it gave any
record Acknowledgement(Verdict verdict, String reason) {

    /// What follows from a reason code.
    enum Verdict {
        /// The broker has it.
        TAKEN,
        /// The broker cannot take it now.
        BUSY,
        /// The broker will never take it.
        REFUSED
    }
}
