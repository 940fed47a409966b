package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/// Lists the accounts of people.
@Command(
        name = "list",
        description = "Lists the accounts of people.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user list"})
final class UserListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    UserListCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            JsonNode users = api.get("/api/v1/users");
            if (node.json()) {
                terminal.out().println(users);
                return ExitCode.DONE;
            }
            var table = new Table("NAME", "ROLE", "ENABLED", "SINCE");
            for (JsonNode user : users.path("items")) {
                table.row(
                        Answers.text(user, "name"),
                        Answers.text(user, "role"),
                        user.path("enabled").asBoolean(false) ? "yes" : "no",
                        Answers.text(user, "created_at"));
            }
            table.print(terminal.out());
            return ExitCode.DONE;
        }
    }
}
