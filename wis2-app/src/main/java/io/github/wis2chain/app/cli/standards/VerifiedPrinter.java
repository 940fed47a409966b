package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Printable;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.databind.node.ObjectNode;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// Prints verified notifications: for people, or as `docs/schemas/verified-message.json` describes it.
record VerifiedPrinter(Terminal terminal, boolean json) {

    void print(Verified verified) {
        if (json) {
            terminal.out().println(JsonWriter.text(line(verified)));
        } else {
            text(verified);
        }
    }

    private static ObjectNode line(Verified verified) {
        ObjectNode line = JsonWriter.object();
        line.put("file", verified.file());
        line.put("outcome", word(verified));
        verified.link()
                .ifPresent(link -> {
                    line.put("href", link.href());
                    line.put("rel", link.rel());
                });
        ObjectNode checks = line.putObject("checks");
        verified.checks().forEach((check, verdict) -> checks.put(check, verdict.name()));
        JudgedJson.findings(verified.findings(), line.putArray("findings"));
        verified.found().ifPresent(found -> add(found, line.putObject("found")));
        return line;
    }

    private static void add(LinkVerifier.Evidence found, ObjectNode to) {
        to.put("href", found.finalHref().toString());
        to.put("status", found.status());
        to.put("length", found.length());
        to.put(
                "digest",
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(found.digest())));
        to.put("milliseconds", found.took().toMillis());
    }

    private void text(Verified verified) {
        String file = verified.file().equals("-") ? "standard input" : verified.file();
        String outcome =
                switch (verified.outcome()) {
                    case VERIFIED -> terminal.good("verified");
                    case DIFFERS -> terminal.bad("differs");
                    case UNDECIDED -> terminal.warning("undecided");
                    case WITHDRAWN -> "withdraws the data, nothing to download";
                };
        String found =
                verified.found()
                        .map(evidence ->
                                ", %d bytes from %s in %d ms"
                                        .formatted(
                                                evidence.length(),
                                                evidence.finalHref(),
                                                evidence.took().toMillis()))
                        .orElse("");
        terminal.out().println(terminal.bold(Printable.of(file)) + ": " + outcome + found);
        var findings = new JudgedText(terminal, View.FINDINGS);
        verified.findings().forEach(findings::print);
    }

    private static String word(Verified verified) {
        return verified.outcome().name().toLowerCase(Locale.ROOT);
    }
}
