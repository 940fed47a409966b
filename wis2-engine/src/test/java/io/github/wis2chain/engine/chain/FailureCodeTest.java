package io.github.wis2chain.engine.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

final class FailureCodeTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\| [^|]+ \\| [^|]+ \\|$");

    @Test
    void the_manual_says_of_every_code_what_it_means_and_what_to_do() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "operations.md"));
        String section =
                manual.substring(manual.indexOf("## Failure codes"), manual.indexOf("## What to"));

        List<String> documented =
                section.lines()
                        .flatMap(line -> ROW.matcher(line).results())
                        .map(row -> row.group(1))
                        .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FailureCode.values()).map(FailureCode::code).toList());
    }
}
