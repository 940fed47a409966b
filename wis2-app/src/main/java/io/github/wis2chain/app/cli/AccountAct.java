package io.github.wis2chain.app.cli;

import picocli.CommandLine.Parameters;

/// Does one thing to an account that there is.
abstract class AccountAct extends PeopleAct {

    private final String action;

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    /// @param done what is then true of it: `is disabled`
    AccountAct(Terminal terminal, String action, String done) {
        super(terminal, done);
        this.action = action;
    }

    @Override
    String path() {
        return "/api/v1/users/%s/%s".formatted(ApiClient.encoded(name), action);
    }
}
