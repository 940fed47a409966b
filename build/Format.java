import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks or restores the one layout of our Java sources.
///
/// `Format check DIR` names every file that is not formatted and ends with 1 if there is any;
/// `Format write DIR` formats them.
final class Format {

    public static void main(String[] arguments) throws IOException, FormatterException {
        boolean write = arguments[0].equals("write");
        var formatter =
                new Formatter(
                        JavaFormatterOptions.builder()
                                .style(JavaFormatterOptions.Style.AOSP)
                                .formatJavadoc(false)
                                .build());
        List<Path> unformatted = new ArrayList<>();
        for (Path file : sources(Path.of(arguments[1]))) {
            String before = Files.readString(file);
            // Twice, because the first pass may leave a blank line that the second takes away.
            String after = formatted(formatter, formatted(formatter, before));
            if (!after.equals(before)) {
                unformatted.add(file);
                if (write) {
                    Files.writeString(file, after);
                }
            }
        }
        for (Path file : unformatted) {
            System.out.println((write ? "Formatted " : "Not formatted: ") + file);
        }
        if (!write && !unformatted.isEmpty()) {
            System.out.println("Run: mvn -N -Dformat.write process-sources");
            System.exit(1);
        }
    }

    private static String formatted(Formatter formatter, String source) throws FormatterException {
        return formatter.formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(source));
    }

    private static List<Path> sources(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }
}
