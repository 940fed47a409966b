package io.github.wis2chain.app;

import io.github.wis2chain.adapters.files.LocalFiles;
import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.app.settings.LinkSettings;
import io.github.wis2chain.engine.chain.LinkVerifier;

/// Gives the link verifier its settings.
final class LinkMapping {

    private LinkMapping() {}

    static LinkVerifier verifier(LinkSettings settings, Lifetime lifetime) {
        var defaults = io.github.wis2chain.adapters.http.LinkSettings.DEFAULT;
        LinkVerifier overHttp =
                lifetime.own(
                        new HttpLinkVerifier(
                                new io.github.wis2chain.adapters.http.LinkSettings(
                                        settings.connectTimeout(),
                                        settings.timeout(),
                                        defaults.turnTimeout(),
                                        settings.maxSize(),
                                        settings.redirects(),
                                        settings.perHost(),
                                        settings.allow())));
        return settings.local().isEmpty()
                ? overHttp
                : new LocalFiles(settings.local(), settings.maxSize(), overHttp);
    }
}
