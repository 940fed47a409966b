package io.github.wis2chain.browser;

import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Looks for faults of accessibility (WCAG 2.2 A and AA) with axe-core.
final class Axe {

    private static final String SERIOUS =
            """
            async () => {
              const result = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
              return result.violations
                .filter(each => each.impact === "serious" || each.impact === "critical")
                .map(each => each.id + ": " + each.nodes.map(node => node.target.join(" ") + " " + (node.any[0]?.message ?? node.all[0]?.message ?? "")).slice(0, 3).join(" | "));
            }
            """;

    private static final String SCRIPT = script();

    private Axe() {}

    /// The serious and critical faults of what a page shows now.
    static List<?> seriousFaults(Page page) {
        // Through the driver, so that the page's own policy stays as strict as it is.
        page.evaluate(SCRIPT);
        return (List<?>) page.evaluate(SERIOUS);
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe-core is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
