package io.github.wis2chain.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

/// What is in the distribution: tests run with more than that, and do not notice what is missing.
class DistributionTest {

    /// A dependency of a module.
    private record Dependency(String artifact, String scope) {}

    @Test
    void what_a_module_needs_to_run_is_no_dependency_of_tests_only() throws Exception {
        List<Dependency> needed = new ArrayList<>();
        for (String module : List.of("standards", "engine", "adapters", "console")) {
            dependencies(module)
                    .filter(dependency -> !dependency.scope().equals("test"))
                    .forEach(needed::add);
        }
        Set<String> ofTests =
                dependencies("app")
                        .filter(dependency -> dependency.scope().equals("test"))
                        .map(Dependency::artifact)
                        .collect(Collectors.toSet());

        assertThat(needed).hasSizeGreaterThan(20);
        assertThat(ofTests).isNotEmpty();
        // The scope that the program gives a dependency counts, whatever a module says.
        assertThat(needed).extracting(Dependency::artifact).doesNotContainAnyElementsOf(ofTests);
    }

    private static Stream<Dependency> dependencies(String module) throws Exception {
        NodeList found =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Path.of("..", "wis2-" + module, "pom.xml").toFile())
                        .getElementsByTagName("dependency");
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> (Element) found.item(i))
                .map(element ->
                        new Dependency(
                                "%s:%s:%s"
                                        .formatted(
                                                text(element, "groupId"),
                                                text(element, "artifactId"),
                                                text(element, "type")),
                                text(element, "scope")));
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
