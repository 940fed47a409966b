package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

final class ProblemCodeTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\| ([0-9]{3}) \\|");

    @Test
    void the_manual_has_every_code_with_its_status() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "operations.md"));
        String section =
                manual.substring(manual.indexOf("## Problem codes"), manual.indexOf("## Failure"));

        List<String> documented =
                section.lines()
                        .flatMap(line -> ROW.matcher(line).results())
                        .map(row -> row.group(1) + " " + row.group(2))
                        .toList();

        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(ProblemCode.values())
                                .map(code -> code.name() + " " + code.status())
                                .toList());
    }
}
