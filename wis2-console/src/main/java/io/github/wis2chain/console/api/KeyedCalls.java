package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.request.KeptAnswer;
import io.github.wis2chain.engine.request.RequestKey;
import io.github.wis2chain.engine.request.Standing;
import io.github.wis2chain.engine.run.Payload;
import io.javalin.http.Context;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Does a call that carries a key once, however often it is sent, and gives its answer again. A call
/// without a key costs one look at its headers.
///
/// Its beginning is durable before it is done. If the node ends in between, the same call is told so
/// afterwards, or done again where that does no harm. A failure of the node (5xx) is forgotten, so
/// that the call can be tried again.
final class KeyedCalls {

    private static final Logger log = LoggerFactory.getLogger(KeyedCalls.class);

    /// On every answer that is given again.
    static final String REPLAYED = "Idempotent-Replayed";

    private KeyedCalls() {}

    static void answer(Route route, Call call) throws InterruptedException {
        Optional<RequestKeys> keys = route.acts() ? RequestKeys.of(call) : Optional.empty();
        if (keys.isEmpty()) {
            route.answer().to(call);
            return;
        }
        Payload body = call.body(call.maxBody());
        boolean secret = route.once() == Route.Once.SECRET_REQUEST;
        RequestKey key = keys.get().of(call.caller());
        Standing standing =
                call.durable(
                        call.node()
                                .requests()
                                .begin(
                                        key,
                                        keys.get().digest(call, body, secret),
                                        route.once() == Route.Once.REPEATABLE),
                        ProblemCode.REQUEST_UNDER_WAY);
        switch (standing) {
            case Standing.Begun() -> perform(route, call.with(body), key);
            case Standing.UnderWay() ->
                    throw new Problem(
                            ProblemCode.REQUEST_UNDER_WAY,
                            "The same request came before and is being worked on. Send it again in"
                                    + " a moment for its answer.");
            case Standing.Unfinished() ->
                    throw new Problem(
                            ProblemCode.REQUEST_UNFINISHED,
                            "The node ended while it worked on this request: it was done or not."
                                    + " See whether it was; if not, send it with another key.");
            case Standing.Other() ->
                    throw new Problem(
                            ProblemCode.IDEMPOTENCY_KEY_USED,
                            "Another request of yours had this key. Give each request a key of its"
                                    + " own, best a random UUID.");
            case Standing.Answered(KeptAnswer answer) -> replay(answer, call.context());
        }
    }

    private static void perform(Route route, Call call, RequestKey key)
            throws InterruptedException {
        boolean answered = false;
        try {
            route.answer().to(call);
            answered = true;
        } catch (Problem refusal) {
            if (refusal.code().status() >= 500) {
                throw refusal;
            }
            ApiServer.answer(refusal, call.context());
            answered = true;
        } finally {
            if (!answered) {
                // Not waited for: whoever called is told of the failure, whatever becomes of this.
                var _ = call.node().requests().forget(key);
            }
        }
        keep(call, key, route.once() == Route.Once.SECRET_ANSWER);
    }

    /// The call was done: that its answer could not be kept must not hide that.
    private static void keep(Call call, RequestKey key, boolean secret) {
        try {
            KeptAnswer answer = answerOf(call.context(), secret);
            call.durable(call.node().requests().answered(key, answer).thenApply(done -> true));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Problem late) {
            log.warn(
                    "The answer to request {} is not kept so far: {} The request was done and is"
                            + " answered; sent again before its answer is kept, it is refused.",
                    RequestIds.of(call.context()),
                    late.detail());
        }
    }

    /// A refusal holds no secret.
    private static KeptAnswer answerOf(Context context, boolean secret) {
        int status = context.statusCode();
        Payload body = result(context);
        return new KeptAnswer(
                status,
                Optional.ofNullable(context.res().getContentType()).orElse(Json.TYPE),
                Optional.ofNullable(context.res().getHeader("Location")),
                secret && status < 300 ? Optional.empty() : Optional.of(body));
    }

    private static Payload result(Context context) {
        InputStream result = context.resultInputStream();
        if (result == null) {
            return Payload.ofText("");
        }
        try {
            byte[] bytes = result.readAllBytes();
            context.result(bytes);
            return Payload.of(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("the answer is in memory", impossible);
        }
    }

    private static void replay(KeptAnswer answer, Context context) {
        context.header(REPLAYED, "true");
        if (answer.body().isEmpty()) {
            throw new Problem(
                    ProblemCode.ANSWER_NOT_KEPT,
                    "This request was done, with status %d. Its answer held a secret, which was shown once and is kept nowhere. If it is lost, revoke what was made and make another, with another key."
                            .formatted(answer.status()));
        }
        answer.location().ifPresent(location -> context.header("Location", location));
        context.status(answer.status())
                .contentType(answer.mediaType())
                .result(answer.body().get().bytes());
    }
}
