package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Actions;
import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.Explanation;
import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.StepRecord;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All of one run, and the place where it is repaired.
final class RunPage {

    private static final Pattern PLACE = Pattern.compile("(?s)(?<place>/[^\\s:]+): (?<text>.*)");

    private static final int WHOLE = 10;

    private final Templates templates;

    RunPage(Templates templates) {
        this.templates = templates;
    }

    List<Route> all() {
        return List.of(
                Route.get("/runs/{id}", this::show),
                Route.get("/runs/{id}/text", RunPage::text),
                Route.post("/runs/{id}/try", this::attempt, "links"));
    }

    private void show(Call call) throws InterruptedException {
        RunDetail run = call.run();
        var line = new RunLine(run.summary(), StepStrip.of(run, call.node().steps()));
        templates.show(
                call,
                "run.jte",
                Map.of(
                        "frame",
                        Frame.of(call, line.name(), "runs"),
                        "page",
                        page(call, run, line)));
    }

    /// The event as it can be edited, which can be a thousand times what is seen of it. What was
    /// published by hand is as it is, because its very bytes count.
    private static void text(Call call) {
        Event event = call.run().event();
        String asItIs = event.payload().text();
        String text =
                event.origin().properties().containsKey(Origin.KIND)
                        ? asItIs
                        : DocumentView.of(asItIs).text();
        call.context().contentType("text/plain; charset=utf-8").result(text);
    }

    /// Shows what would become of the corrected event; keeps and sends nothing.
    private void attempt(Call call) throws InterruptedException {
        RunDetail run = call.run();
        Payload text = call.body(call.node().limits().eventBytes());
        Trial trial = Trial.of(call.node(), run.event(), text, call.flag("links"));
        templates.show(call, "trial.jte", Map.of("trial", trial));
    }

    private static Run page(Call call, RunDetail run, RunLine line) throws InterruptedException {
        List<Ready> sent = call.node().outbox().of(run.summary().id());
        boolean failed = run.failure().isPresent();
        DocumentView event = DocumentView.of(run.event().payload().text());
        List<Remark> remarks = latest(run);
        List<Remark> places = new ArrayList<>(remarks);
        run.failure().flatMap(RunPage::place).ifPresent(places::add);
        List<Announced> announced =
                sent.isEmpty() && failed
                        ? drafts(call, run.event(), places)
                        : sent.stream().map(each -> Announced.of(each, places)).toList();
        return new Run(
                line,
                Explanation.of(run),
                Actions.on(run),
                attempts(run, call.node().steps()),
                run,
                MarkedDocument.of(event, remarks),
                isText(run.event().payload()),
                announced,
                run.summary().parent().flatMap(parent -> difference(call, parent, event)));
    }

    /// The place that a failure begins with, if it names one: `/links/0: …`.
    private static Optional<Remark> place(Failure failure) {
        Matcher place = PLACE.matcher(failure.text());
        return place.matches()
                ? Optional.of(
                        new Remark(
                                Remark.Level.FAULT,
                                failure.code(),
                                place.group("place"),
                                place.group("text"),
                                Optional.empty()))
                : Optional.empty();
    }

    /// What the steps said when each was last tried.
    private static List<Remark> latest(RunDetail run) {
        Map<String, List<Remark>> byStep = new LinkedHashMap<>();
        run.history().steps().forEach(step -> byStep.put(step.step(), step.remarks()));
        return byStep.values().stream().flatMap(List::stream).toList();
    }

    /// A run that failed before it had stored what it announces would have announced this.
    private static List<Announced> drafts(Call call, Event event, List<Remark> remarks)
            throws InterruptedException {
        return call
                .node()
                .check()
                .check(event.source(), event.payload(), event.origin())
                .notifications()
                .stream()
                .map(each ->
                        new Announced(
                                Optional.empty(),
                                MarkedDocument.of(DocumentView.of(each.text()), remarks)))
                .toList();
    }

    private static Optional<LineDiff> difference(Call call, RunId parent, DocumentView event) {
        return call.node()
                .archive()
                .run(parent)
                .map(old -> LineDiff.of(DocumentView.of(old.event().payload().text()), event));
    }

    private static List<Attempt> attempts(RunDetail run, List<String> steps) {
        Map<Integer, List<StepRecord>> byNumber = new LinkedHashMap<>();
        for (StepRecord step : run.history().steps()) {
            byNumber.computeIfAbsent(step.attempt(), _ -> new ArrayList<>()).add(step);
        }
        return byNumber.entrySet().stream()
                .map(each -> Attempt.of(each.getKey(), each.getValue(), steps))
                .toList()
                .reversed();
    }

    private static boolean isText(Payload payload) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload.bytes()));
            return true;
        } catch (CharacterCodingException bytes) {
            return false;
        }
    }

    /// The whole page.
    ///
    /// @param editable the event is text
    /// @param difference to the run whose corrected event this is
    record Run(
            RunLine line,
            String explanation,
            List<String> actions,
            List<Attempt> attempts,
            RunDetail detail,
            MarkedDocument event,
            boolean editable,
            List<Announced> announced,
            Optional<LineDiff> difference) {

        /// Faults and warnings; the rest is folded away.
        List<MarkedDocument.Note> grave() {
            return event.notes().stream().filter(MarkedDocument.Note::isGrave).toList();
        }

        List<MarkedDocument.Note> light() {
            return event.notes().stream().filter(note -> !note.isGrave()).toList();
        }

        /// Where the failure is: a line of the event, or else of a notification.
        Optional<FaultyLine> fault() {
            Optional<Remark> wanted = detail.failure().flatMap(RunPage::place);
            return wanted.flatMap(remark ->
                    event.document()
                            .lineOf(remark.place())
                            .map(line -> new FaultyLine(remark, "event", line))
                            .or(() ->
                                    whole().stream()
                                            .flatMap(each -> each.line(remark).stream())
                                            .findFirst()));
        }

        /// A failure is what is to be told of it now.
        boolean failing() {
            return detail.failure().isPresent()
                    && (detail.summary().state() == RunState.FAILED
                            || detail.summary().dueAt().isPresent());
        }

        /// Notifications that are shown as they are.
        List<Announced> whole() {
            return announced.subList(0, Math.min(WHOLE, announced.size()));
        }

        /// Those that are only named, so that the page stays light.
        List<Announced> further() {
            return announced.subList(whole().size(), announced.size());
        }

        Commands commands() {
            return Commands.of(id(), actions);
        }

        boolean can(String action) {
            return actions.contains(action);
        }

        String id() {
            return line.id();
        }
    }

    /// A line of a document that a failure is about.
    ///
    /// @param id of the document on the page
    record FaultyLine(Remark remark, String id, int line) {}

    /// A notification: sent, ready to be sent, or what a failed run would announce.
    record Announced(Optional<Ready> ready, MarkedDocument document) {

        /// The notification's id on the page.
        String id() {
            return ready.map(Ready::id).orElse("draft");
        }

        Optional<FaultyLine> line(Remark remark) {
            return document.document()
                    .lineOf(remark.place())
                    .map(line -> new FaultyLine(remark, id(), line));
        }

        static Announced of(Ready ready, List<Remark> remarks) {
            return new Announced(
                    Optional.of(ready),
                    MarkedDocument.of(DocumentView.of(ready.message().text()), remarks));
        }
    }

    /// One try of the run.
    ///
    /// @param notReached steps that come after the one that failed
    record Attempt(int number, List<Bar> bars, List<String> notReached, Duration took) {

        static Attempt of(int number, List<StepRecord> steps, List<String> all) {
            Duration whole = Duration.ZERO;
            for (StepRecord step : steps) {
                whole = whole.plus(step.took());
            }
            List<Bar> bars = new ArrayList<>();
            Duration before = Duration.ZERO;
            for (StepRecord step : steps) {
                bars.add(Bar.of(step, before, whole));
                before = before.plus(step.took());
            }
            int last = all.indexOf(steps.getLast().step());
            return new Attempt(
                    number,
                    List.copyOf(bars),
                    last < 0 || steps.getLast().failure().isEmpty()
                            ? List.of()
                            : all.subList(last + 1, all.size()),
                    whole);
        }

        boolean failed() {
            return bars.getLast().step().failure().isPresent();
        }
    }

    /// One step of an attempt, as a bar from 0 to 1000.
    record Bar(StepRecord step, long from, long width) {
        static Bar of(StepRecord step, Duration before, Duration whole) {
            double all = (double) Math.max(1, whole.toNanos());
            return new Bar(
                    step,
                    Math.round((double) before.toNanos() * 1000 / all),
                    Math.max(4, Math.round((double) step.took().toNanos() * 1000 / all)));
        }
    }
}
