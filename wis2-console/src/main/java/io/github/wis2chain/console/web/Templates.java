package io.github.wis2chain.console.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import io.github.wis2chain.console.api.Call;

import java.util.Map;

/// Renders the templates, which were compiled with the rest.
final class Templates {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    Templates.class.getClassLoader(),
                    Templates.class.getPackageName());

    void show(Call call, String template, Map<String, Object> parameters) {
        call.context().contentType("text/html; charset=utf-8").result(text(template, parameters));
    }

    String text(String template, Map<String, Object> parameters) {
        var page = new StringOutput(16 * 1024);
        engine.render(template, parameters, page);
        return page.toString();
    }
}
