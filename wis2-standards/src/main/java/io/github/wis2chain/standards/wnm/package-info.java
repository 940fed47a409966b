/// The WIS2 Notification Message (WNM 1.3): its values, its serialisation and its rules.
///
/// Source: Manual on WIS (WMO-No. 1060), Volume II, Appendix E, release 1.3.0; the draft of 1.4 and the official
/// validator can be had as another [io.github.wis2chain.standards.wnm.Basis] of judgement.
@NullMarked
package io.github.wis2chain.standards.wnm;

import org.jspecify.annotations.NullMarked;
