package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.Guard;
import io.github.wis2chain.engine.people.Caller;
import io.github.wis2chain.engine.people.Role;

import java.time.Instant;

/// What stands around every page.
///
/// @param tab the part of the console that the page belongs to; empty for none
/// @param crossSiteToken what the page's scripts and forms show with what changes something
record Frame(
        String title,
        String tab,
        String version,
        Standing standing,
        Caller caller,
        String crossSiteToken) {

    static Frame of(Call call, String title, String tab) {
        return new Frame(
                title,
                tab,
                call.node().version(),
                Standing.of(call.node()),
                call.caller(),
                Guard.crossSiteToken(call.context()).orElse(""));
    }

    Instant now() {
        return standing.now();
    }

    String asset(String name) {
        return Assets.address(name);
    }

    /// The person may change something, so that the page offers it.
    boolean mayAct() {
        return caller.role().covers(Role.OPERATOR);
    }

    /// Why the page offers no acts; empty for those who may act.
    String lookingOnly() {
        return mayAct()
                ? ""
                : "%s has the role %s and may look at everything. Acting needs the role operator."
                        .formatted(caller.name(), caller.role().word());
    }

    /// The person came by the form, and can leave.
    boolean maySignOut() {
        return caller.kind() == Caller.Kind.ACCOUNT;
    }
}
