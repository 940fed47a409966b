/// The WMO Core Metadata Profile 2 (WCMP2 2.3): the judgement of discovery records, and how good they are.
///
/// ```java
/// byte[] bytes = Files.readAllBytes(Path.of("record.json"));
/// Report report = Wcmp2.validate(bytes, Profile.STRICT);
/// report.findings().forEach(finding -> System.out.println(finding.sentence()));
/// if (report.conforms()) {
///     JsonTree record = JsonReader.standard().read(bytes).document().orElseThrow();
///     KpiSummary kpis = Wcmp2.kpis(record, Profile.STRICT, KpiPorts.NONE);
///     kpis.grade().ifPresent(grade -> System.out.println("grade " + grade));
/// }
/// ```
///
/// Source: Manual on WIS (WMO-No. 1060), Volume II, Appendix F, release 2.3.0, and its KPI document.
@NullMarked
package io.github.wis2chain.standards.wcmp2;

import org.jspecify.annotations.NullMarked;
