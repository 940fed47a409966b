package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Secret;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.net.URI;
import java.util.Optional;

/// An HTTP proxy between us and a broker.
///
/// @param url `http://host:port`
public record ProxySettings(URI url, Optional<String> user, Optional<Secret> password) {

    public ProxySettings {
        if (url.getPort() < 0) {
            throw new IllegalArgumentException("the proxy's url must state a port");
        }
        if (password.isPresent() != user.isPresent()) {
            throw new IllegalArgumentException(
                    "the proxy's user and password go together; only one of them is given");
        }
    }

    static Value<ProxySettings> read(Section section) {
        var url = section.required("url", Types.url("http"));
        var user = section.optional("user", Types.TEXT);
        var password = section.secret("password");
        return section.build(() -> new ProxySettings(url.get(), user.get(), password.get()));
    }
}
