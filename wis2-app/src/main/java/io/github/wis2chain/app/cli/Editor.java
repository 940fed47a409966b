package io.github.wis2chain.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The person's own editor: `VISUAL`, `EDITOR`, or `vi`.
final class Editor {

    private final String command;

    Editor(Terminal terminal) {
        this.command =
                terminal.variable("VISUAL").or(() -> terminal.variable("EDITOR")).orElse("vi");
    }

    /// Writes the bytes to a file that only its owner can read, and makes the editor change it.
    ///
    /// @return the file as it was left; whoever has used it deletes it
    Path edit(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
            // By the shell, because the variables may hold options; the file is an argument of its
            // own.
            int code =
                    new ProcessBuilder("sh", "-c", command + " \"$1\"", "sh", file.toString())
                            .inheritIO()
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new CommandFailure(
                        ExitCode.UNDECIDED,
                        "the editor [%s] ended with %d; nothing was sent. The text is in %s."
                                .formatted(command, code, file));
            }
            return file;
        } catch (IOException failure) {
            throw new CommandFailure(
                    ExitCode.UNDECIDED,
                    "the editor [%s] could not be started; set EDITOR".formatted(command),
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.UNDECIDED, "interrupted", interrupted);
        }
    }

    /// A file of one's own for editing.
    static Path file(String name, String end) {
        try {
            return Files.createTempFile("wis2-" + name + "-", end);
        } catch (IOException failure) {
            throw new CommandFailure(ExitCode.UNDECIDED, "no temporary file can be made", failure);
        }
    }
}
