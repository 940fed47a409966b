package io.github.wis2chain.app.cli;

import io.github.wis2chain.adapters.mqtt.Received;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wnm.NotificationMessage;
import io.github.wis2chain.standards.wnm.Wnm;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Judges and shows the notifications that a subscriber hears.
final class HeardNotifications implements AutoCloseable {

    private final Terminal terminal;
    private final boolean json;
    private final Optional<Download> download;
    private int worst = ExitCode.DONE;

    /// @param folder where to put the data; null not to fetch them
    /// @param allow internal hosts that may be fetched from
    HeardNotifications(Terminal terminal, boolean json, @Nullable Path folder, List<String> allow) {
        this.terminal = terminal;
        this.json = json;
        this.download =
                folder == null ? Optional.empty() : Optional.of(new Download(folder, allow));
    }

    /// The worst of what was heard: undecided before not conforming before conforming.
    int exitCode() {
        return worst;
    }

    void show(Received received) throws InterruptedException {
        byte[] bytes = received.payload().bytes();
        Report report = Wnm.validate(bytes, Profile.STRICT);
        Optional<JsonTree> document = JsonReader.standard().read(bytes).document();
        Optional<Download.Result> data = Optional.empty();
        if (download.isPresent()) {
            Optional<NotificationMessage> message = document.flatMap(NotificationMessage::read);
            if (message.isPresent()) {
                data = Optional.of(download.get().fetch(message.get()));
            }
        }
        worst = Math.max(worst, exitCode(report, data));
        if (json) {
            printJson(received, report, document, data);
        } else {
            print(received, report, document, data);
        }
        terminal.out().flush();
    }

    private static int exitCode(Report report, Optional<Download.Result> data) {
        if (!report.isDecided()) {
            return ExitCode.UNDECIDED;
        }
        boolean good = report.conforms() && data.map(Download.Result::good).orElse(true);
        return good ? ExitCode.DONE : ExitCode.NOT_CONFORMING;
    }

    private String verdict(Report report) {
        if (!report.isDecided()) {
            return terminal.bad("could not be judged");
        }
        return report.conforms() ? terminal.good("conforms") : terminal.bad("does not conform");
    }

    private void print(
            Received received,
            Report report,
            Optional<JsonTree> document,
            Optional<Download.Result> data) {
        terminal.out()
                .printf(
                        "%s  %s  %d bytes%s%n  on %s%n",
                        received.receivedAt(),
                        verdict(report),
                        received.payload().size(),
                        received.retained() ? ", retained" : "",
                        Printable.of(received.topic()));
        document.flatMap(tree -> tree.at("/properties/data_id"))
                .flatMap(JsonTree::text)
                .ifPresent(id -> terminal.out().println("  data_id " + Printable.of(id)));
        document.stream()
                .flatMap(tree -> tree.each("/links"))
                .forEach(link ->
                        terminal.out()
                                .printf(
                                        "  %s %s%n",
                                        link.text("rel").map(Printable::of).orElse("(no rel)"),
                                        link.text("href").map(Printable::of).orElse("(no href)")));
        for (Finding finding : report.findings()) {
            terminal.out().println("  " + Printable.of(finding.sentence()));
        }
        data.ifPresent(result -> terminal.out().println("  " + Printable.of(result.sentence())));
    }

    private void printJson(
            Received received,
            Report report,
            Optional<JsonTree> document,
            Optional<Download.Result> data) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("received_at", received.receivedAt().toString());
        line.put("topic", received.topic());
        line.put("retained", received.retained());
        line.put("size", received.payload().size());
        line.put("verdict", report.verdict().name());
        line.put("conforms", report.conforms());
        var findings = line.putArray("findings");
        for (Finding finding : report.findings()) {
            findings.addObject()
                    .put("verdict", finding.verdict().name())
                    .put("rule", finding.requirement().uri())
                    .put("place", finding.pointer())
                    .put("text", finding.message());
        }
        data.ifPresent(result ->
                line.putObject("data").put("good", result.good()).put("text", result.sentence()));
        if (document.isPresent()) {
            line.set("message", document.get().node());
        } else {
            line.put("text", received.payload().text());
        }
        terminal.out().println(line);
    }

    @Override
    public void close() {
        download.ifPresent(Download::close);
    }
}
