package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.Form;
import io.github.wis2chain.console.api.Node;
import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.engine.chain.CheckedEvent;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.run.IntakeLimits;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.wcmp2.Wcmp2;
import io.github.wis2chain.standards.wnm.Wnm;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Judges what is pasted, finds topics, and looks behind a link. Keeps and sends nothing, and works
/// without script.
final class ToolsPage {

    private static final int MOST_TOPICS = 60;
    private static final String ABOVE_CENTRES = "origin/a/wis2";

    /// A browser sends a byte that is no letter or digit as three.
    private static final int ENCODED = 3;

    private final Templates templates;
    private final int largestDocument;

    ToolsPage(Templates templates, IntakeLimits limits) {
        this.templates = templates;
        this.largestDocument =
                Math.clamp((long) ENCODED * limits.eventBytes() + Form.SMALL, 0, Integer.MAX_VALUE);
    }

    List<Route> all() {
        return List.of(
                Route.get("/tools", this::show, "topic"),
                Route.post("/tools/document", this::judge)
                        .needing(Role.VIEWER)
                        .form(largestDocument),
                Route.post("/tools/link", this::probe).needing(Role.OPERATOR).form(Form.SMALL));
    }

    private void show(Call call) {
        TopicHierarchy known = call.node().topics();
        answer(call, Tools.EMPTY.with(call.query("topic").map(asked -> topic(asked, known))));
    }

    private void judge(Call call) throws InterruptedException {
        Form form = call.form(largestDocument);
        String kind = form.field("kind");
        String text = form.field("text");
        Payload document = Payload.ofText(text);
        Judged judged =
                switch (kind) {
                    case "record" -> record(call.node(), document);
                    case "event" -> event(call, document, form);
                    default -> notification(document);
                };
        answer(call, Tools.EMPTY.judged(kind, text, judged));
    }

    private void probe(Call call) throws InterruptedException {
        String url = call.form(Form.SMALL).field("url").strip();
        answer(call, Tools.EMPTY.probed(url, look(call.node().links(), url)));
    }

    private void answer(Call call, Tools tools) {
        templates.show(
                call,
                "tools.jte",
                Map.of(
                        "frame",
                        Frame.of(call, "Tools", "tools"),
                        "page",
                        tools,
                        "sources",
                        call.node().sources().stream().map(each -> each.name().value()).toList()));
    }

    private static Judged notification(Payload text) {
        Report report = Wnm.validate(text.bytes(), Profile.STRICT);
        return Judged.of(
                text,
                report,
                Wnm.read(text.bytes(), Profile.STRICT)
                        .document()
                        .map(message -> Wnm.kpis(message, Optional.empty())));
    }

    private static Judged record(Node node, Payload text) {
        Report report = Wcmp2.validate(text.bytes(), Profile.STRICT, node.topics());
        return Judged.of(
                text,
                report,
                Wcmp2.read(text.bytes(), Profile.STRICT)
                        .document()
                        .map(found -> Wcmp2.kpis(found, Profile.STRICT, node.recordPorts())));
    }

    private static Judged event(Call call, Payload text, Form form) throws InterruptedException {
        SourceName source =
                form.field("source", SourceName::new).orElseGet(() -> new SourceName("http"));
        CheckedEvent checked =
                call.node().check().check(source, text, new Origin("http", call.from(), Map.of()));
        return new Judged(
                checked.conforms(),
                Judged.verdict(checked.conforms()),
                "",
                MarkedDocument.of(DocumentView.of(text.text()), checked.findings()),
                checked.notifications().stream()
                        .map(each -> DocumentView.of(each.text()))
                        .toList());
    }

    private static Remark look(LinkVerifier verifier, String url) throws InterruptedException {
        try {
            LinkVerifier.Evidence found =
                    verifier.fetch(
                            new LinkVerifier.Request(
                                    URI.create(url), OptionalLong.empty(), "SHA-512", 0, false),
                            false);
            return new Remark(
                    Remark.Level.INFO,
                    "link",
                    "",
                    "Answered %d with %d bytes in %s from %s. SHA-512 (hexadecimal): %s"
                            .formatted(
                                    found.status(),
                                    found.length(),
                                    Text.span(found.took()),
                                    found.finalHref(),
                                    found.digest()),
                    Optional.empty());
        } catch (StepBusy busy) {
            return Trial.notNow("link", busy);
        } catch (StepFailure failure) {
            return fault(
                    failure.failure().code(),
                    failure.failure().text() + " " + failure.failure().remedy());
        } catch (IllegalArgumentException wrong) {
            return fault("link", "[%s] must be an absolute http or https URL.".formatted(url));
        }
    }

    private static Remark fault(String rule, String text) {
        return new Remark(Remark.Level.FAULT, rule, "", text, Optional.empty());
    }

    private static Topics topic(String asked, TopicHierarchy hierarchy) {
        String word = asked.strip();
        boolean whole = word.contains("/");
        List<String> centres =
                whole
                        ? List.of()
                        : hierarchy.children(ABOVE_CENTRES).stream()
                                .filter(centre -> centre.contains(word.toLowerCase(Locale.ROOT)))
                                .limit(MOST_TOPICS)
                                .toList();
        return new Topics(
                word,
                whole ? Optional.of(hierarchy.validatePublication(word)) : Optional.empty(),
                centres,
                whole ? List.of() : hierarchy.search(word).limit(MOST_TOPICS).toList());
    }

    /// What the page shows: the forms as they were sent, with their answers.
    record Tools(
            String kind,
            String text,
            Optional<Judged> judged,
            String url,
            Optional<Remark> probe,
            Optional<Topics> topics) {

        static final Tools EMPTY =
                new Tools(
                        "notification",
                        "",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty());

        Tools judged(String newKind, String newText, Judged newJudged) {
            return new Tools(newKind, newText, Optional.of(newJudged), url, probe, topics);
        }

        Tools probed(String newUrl, Remark newProbe) {
            return new Tools(kind, text, judged, newUrl, Optional.of(newProbe), topics);
        }

        Tools with(Optional<Topics> newTopics) {
            return new Tools(kind, text, judged, url, probe, newTopics);
        }
    }

    /// A judged document.
    ///
    /// @param verdict in a few words
    /// @param score points and grade of its indicators; empty where there are none
    /// @param notifications that an event would become
    record Judged(
            boolean conforms,
            String verdict,
            String score,
            MarkedDocument document,
            List<DocumentView> notifications) {

        static Judged of(Payload text, Report report, Optional<KpiSummary> kpis) {
            List<Remark> remarks = report.findings().stream().map(Judged::remark).toList();
            return new Judged(
                    report.conforms(),
                    report.isDecided()
                            ? verdict(report.conforms())
                            : "It was not judged: a bound of this program was met",
                    kpis.map(Judged::score).orElse(""),
                    MarkedDocument.of(DocumentView.of(text.text()), remarks),
                    List.of());
        }

        static String verdict(boolean conforms) {
            return conforms ? "It conforms" : "It does not conform";
        }

        private static String score(KpiSummary kpis) {
            return "%d of %d points%s"
                    .formatted(
                            kpis.score(),
                            kpis.total(),
                            kpis.grade().map(grade -> ", grade " + grade).orElse(""));
        }

        private static Remark remark(Finding finding) {
            return new Remark(
                    switch (finding.verdict()) {
                        case FAILED -> Remark.Level.FAULT;
                        case WARNING -> Remark.Level.WARNING;
                        case SKIPPED, PASSED -> Remark.Level.INFO;
                    },
                    finding.requirement().toString(),
                    finding.pointer(),
                    finding.message(),
                    finding.fix());
        }
    }

    /// What was found for a word, or how a whole topic is judged.
    record Topics(
            String asked, Optional<Report> report, List<String> centres, List<String> paths) {}
}
