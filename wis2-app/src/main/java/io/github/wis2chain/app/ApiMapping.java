package io.github.wis2chain.app;

import io.github.wis2chain.app.settings.ApiSettings;
import io.github.wis2chain.app.settings.binding.Secret;

/// Gives the API its settings.
final class ApiMapping {

    private ApiMapping() {}

    static io.github.wis2chain.console.api.ApiSettings of(ApiSettings settings) {
        return new io.github.wis2chain.console.api.ApiSettings(
                settings.bind(),
                settings.port(),
                settings.token().map(Secret::value),
                settings.publicUrl(),
                io.github.wis2chain.console.api.ApiSettings.DEFAULT.maxBody());
    }
}
