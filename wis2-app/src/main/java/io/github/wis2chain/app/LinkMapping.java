package io.github.wis2chain.app;

import io.github.wis2chain.adapters.files.LocalFiles;
import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.app.settings.LinkSettings;
import io.github.wis2chain.engine.chain.LinkVerifier;

/// Gives the link verifier its settings.
public final class LinkMapping {

    private LinkMapping() {}

    static LinkVerifier verifier(LinkSettings settings, Lifetime lifetime) {
        LinkVerifier overHttp = lifetime.own(new HttpLinkVerifier(http(settings)));
        return settings.local().isEmpty()
                ? overHttp
                : new LocalFiles(settings.local(), settings.maxSize(), overHttp);
    }

    /// What holds for downloads.
    public static io.github.wis2chain.adapters.http.LinkSettings http(LinkSettings settings) {
        return new io.github.wis2chain.adapters.http.LinkSettings(
                settings.connectTimeout(),
                settings.timeout(),
                io.github.wis2chain.adapters.http.LinkSettings.DEFAULT.turnTimeout(),
                settings.maxSize(),
                settings.redirects(),
                settings.perHost(),
                settings.allow());
    }
}
