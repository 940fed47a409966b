/// The WIS2 Notification Message (WNM 1.3): its values, its serialisation and its rules.
///
/// Source: Manual on WIS (WMO-No. 1060), Volume II, Appendix E, release 1.3.0; the draft of 1.4 and the official
/// validator can be had as another [io.github.wis2chain.standards.wnm.Basis] of judgement.
///
/// ```java
/// Report report = Wnm.validate(bytes, Profile.STRICT);
/// report.findings().forEach(finding -> System.out.println(finding.sentence()));
/// if (report.conforms()) {
///     JsonTree message = JsonReader.standard().read(bytes).document().orElseThrow();
///     KpiSummary kpis = Wnm.kpis(message, Optional.empty());
///     kpis.grade().ifPresent(grade -> System.out.println("grade " + grade));
/// }
/// ```
@NullMarked
package io.github.wis2chain.standards.wnm;

import org.jspecify.annotations.NullMarked;
