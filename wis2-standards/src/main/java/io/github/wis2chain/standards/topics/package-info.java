/// The WIS2 Topic Hierarchy (WTH 1.3): its terms as data, topics and filters as values, and the
/// rules for publishing and subscribing.
///
/// ```java
/// TopicHierarchy hierarchy = TopicHierarchy.standard();
/// for (Finding finding : hierarchy.validatePublication(topic).findings()) {
///     System.out.println(finding.sentence());
///     finding.fix().ifPresent(System.out::println);
/// }
/// boolean official = new ReferenceTopics(hierarchy).validate(topic, ToolMode.PUBLICATION).conforms();
/// ```
@NullMarked
package io.github.wis2chain.standards.topics;

import org.jspecify.annotations.NullMarked;
