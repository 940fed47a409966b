package io.github.wis2chain.browser;

import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.run.RunState;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// The browser and the node that all tests share: started for the first, ended after the last.
record Workplace(Chromium chromium, FaultyNode node, Path folder) implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    static Workplace of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Workplace.class))
                .computeIfAbsent(Workplace.class, _ -> start(), Workplace.class);
    }

    private static Workplace start() {
        Chromium chromium = Chromium.start();
        try {
            Path folder = Files.createTempDirectory("wis2-browser-tests");
            FaultyNode node = FaultyNode.start(folder);
            node.know("jane", PASSWORD, Role.OPERATOR);
            node.know("vera", PASSWORD, Role.VIEWER);
            Assertions.assertThat(node.awaitEnd(node.good("well-1"))).isEqualTo(RunState.SUCCEEDED);
            Assertions.assertThat(node.awaitEnd(node.malformed("hostile-1")))
                    .isEqualTo(RunState.FAILED);
            Assertions.assertThat(node.awaitEnd(node.wrongSize("size-1")))
                    .isEqualTo(RunState.FAILED);
            return new Workplace(chromium, node, folder);
        } catch (IOException | InvalidSettings failure) {
            throw new AssertionError("the node did not start", failure);
        }
    }

    @Override
    public void close() {
        node.close();
        chromium.close();
        try (var files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
