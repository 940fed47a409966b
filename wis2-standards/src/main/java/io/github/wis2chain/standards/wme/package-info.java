/// WIS2 Monitoring Events (WME): what Global Services and centres tell a node about itself.
///
/// A receiver reads with [io.github.wis2chain.standards.wme.Wme#read], which takes what is seen in the field; a sender
/// judges its own with [io.github.wis2chain.standards.wme.Wme#validate]. Source: WMO WIS2 Monitoring Events 1.0.0, draft
/// of 2026 in its later state, which differs from that of March in the list of types.
@NullMarked
package io.github.wis2chain.standards.wme;

import org.jspecify.annotations.NullMarked;
