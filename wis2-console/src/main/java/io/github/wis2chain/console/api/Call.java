package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.people.Caller;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.EventId;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.SourceName;
import io.javalin.http.Context;

import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/// One request in the API's terms: its parameters checked, its answer as JSON.
///
/// @param received the body, where it was read before
public record Call(
        Context context,
        Node node,
        Bodies bodies,
        ApiSettings settings,
        Optional<Payload> received) {

    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_TEXT = 4000;
    private static final int LARGEST_JSON = 64 * 1024;

    Call(Context context, Node node, Bodies bodies, ApiSettings settings) {
        this(context, node, bodies, settings, Optional.empty());
    }

    /// The same with its body read.
    Call with(Payload body) {
        return new Call(context, node, bodies, settings, Optional.of(body));
    }

    public RunId runId() {
        return parsed("id", context.pathParam("id"), RunId::parse);
    }

    EventId eventId() {
        return parsed("id", context.pathParam("id"), EventId::parse);
    }

    /// The run that the path names.
    public RunDetail run() {
        return run(runId());
    }

    RunDetail run(RunId id) {
        return node.archive()
                .run(id)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.RUN_NOT_FOUND,
                                "There is no run %s; it may have been deleted by age."
                                        .formatted(id)));
    }

    /// The notification that the path names.
    public Outbox.Published notification() {
        String id = context.pathParam("id");
        return node.outbox()
                .find(id)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.NOTIFICATION_NOT_FOUND,
                                "There is no notification [%s]; it may have been deleted by age."
                                        .formatted(printable(id, 64))));
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
    }

    public <T> Optional<T> query(String name, Function<String, T> parser) {
        return query(name).map(text -> parsed(name, text, parser));
    }

    public boolean flag(String name) {
        return query(name, Call::flagOf).orElse(false);
    }

    /// How many items a page has: 1 to 1000, by default 50.
    int limit() {
        return query("limit", Call::limitOf).orElse(50);
    }

    SourceName source(String fallback) {
        return query("source", SourceName::new).orElseGet(() -> new SourceName(fallback));
    }

    /// The largest body that is read at all.
    int maxBody() {
        return settings.maxBody();
    }

    /// The body, whatever it is.
    public Payload body(int limit) {
        if (received.isEmpty()) {
            return bodies.read(context, Math.min(limit, maxBody()));
        }
        Payload body = received.get();
        if (body.size() > limit) {
            throw Bodies.tooLarge(limit);
        }
        return body;
    }

    /// The form that was sent, which is read once.
    ///
    /// @param limit bytes that are taken
    /// @throws Problem `UNSUPPORTED_MEDIA_TYPE` unless it is one
    public Form form(int limit) {
        return Form.of(this, limit);
    }

    /// Something was sent with the request.
    boolean hasBody() {
        return context.contentLength() > 0 || context.header("Transfer-Encoding") != null;
    }

    /// A small JSON body.
    ObjectNode object() {
        return object(LARGEST_JSON);
    }

    /// The body, a JSON object.
    ObjectNode object(int limit) {
        if (!mediaType().filter(Json.TYPE::equals).isPresent()) {
            throw new Problem(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be JSON, with Content-Type application/json.");
        }
        return Json.object(body(limit).bytes());
    }

    /// A value that is made of the body; what cannot be one is the caller's mistake.
    <T> T parsedBody(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException wrong) {
            throw new Problem(
                    ProblemCode.BAD_PARAMETER,
                    "The body: %s.".formatted(printable(String.valueOf(wrong.getMessage()), 200)));
        }
    }

    /// The text that a small JSON body has under this name.
    ///
    /// @throws Problem unless it has 1 to 4000 characters that are not all blank
    String text(String name) {
        return textOf(object(LARGEST_JSON), name);
    }

    /// Why something is done, where a small JSON body says it.
    String reason() {
        return hasBody() ? text("reason") : "";
    }

    /// The text of a member.
    ///
    /// @throws Problem unless it has 1 to 4000 characters that are not all blank
    static String textOf(ObjectNode object, String name) {
        String text = object.path(name).stringValueOpt().map(String::strip).orElse("");
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new Problem(
                    ProblemCode.BAD_PARAMETER,
                    "The body must have a member %s, a text of 1 to %d characters."
                            .formatted(name, LONGEST_TEXT));
        }
        return text;
    }

    /// The media type that the sender states, without parameters; empty for the type that curl
    /// states of its own accord, because that says nothing about the bytes.
    Optional<String> mediaType() {
        return contentType().map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    Optional<String> contentType() {
        return Optional.ofNullable(context.contentType())
                .map(type -> printable(type, 200))
                .filter(type -> !type.isEmpty())
                .filter(type -> !type.startsWith(Form.TYPE));
    }

    /// Who calls.
    public Caller caller() {
        return Guard.caller(context).orElseThrow(() -> Guard.nobody(context));
    }

    /// Who acts, for the audit.
    String actor() {
        return caller().name();
    }

    /// The address that the request comes from.
    public String from() {
        return Sender.address(context, settings);
    }

    Act act(String kind, String text) {
        return new Act(kind, actor(), text, node.clock().instant(), from());
    }

    /// What is done to an account or a token.
    Deed deed(String kind, String subject, String text) {
        return new Deed(kind, subject, actor(), from(), text, node.clock().instant());
    }

    /// Waits until a write is on disk.
    ///
    /// @throws Problem `JOURNAL_UNAVAILABLE`, or `RUN_STATE` for what the store refuses
    <T> T durable(CompletableFuture<T> write) throws InterruptedException {
        return durable(write, ProblemCode.RUN_STATE);
    }

    /// The same, with another code for what the store refuses.
    <T> T durable(CompletableFuture<T> write, ProblemCode refusal) throws InterruptedException {
        try {
            return write.get(COMMIT_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new Problem(
                    ProblemCode.JOURNAL_UNAVAILABLE,
                    "The journal has not confirmed the write within %d s: it may be kept or not. Send it again."
                            .formatted(COMMIT_PATIENCE.toSeconds()));
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case JournalUnavailable unavailable ->
                        throw new Problem(
                                ProblemCode.JOURNAL_UNAVAILABLE,
                                "Nothing was kept: %s".formatted(unavailable.getMessage()));
                case IllegalStateException refused ->
                        throw new Problem(refusal, "%s.".formatted(refused.getMessage()));
                case null, default ->
                        throw new IllegalStateException("a write to the store failed", failed);
            }
        }
    }

    void json(int status, Object value) {
        context.status(status).contentType(Json.TYPE).result(Json.bytes(value));
    }

    /// Text on one line: control characters become spaces, and what is too long is cut.
    public static String printable(String text, int longest) {
        var line = new StringBuilder();
        text.codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .limit(longest)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new Problem(
                    ProblemCode.BAD_PARAMETER,
                    "Parameter %s: %s."
                            .formatted(name, printable(String.valueOf(wrong.getMessage()), 200)));
        }
    }

    private static Integer limitOf(String text) {
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > 1000) {
            throw new IllegalArgumentException("[%s] must be 1 to 1000".formatted(text));
        }
        return Integer.valueOf(text);
    }

    private static Boolean flagOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "[%s] must be true or false".formatted(text));
        };
    }
}
