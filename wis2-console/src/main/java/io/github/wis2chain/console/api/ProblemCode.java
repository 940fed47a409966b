package io.github.wis2chain.console.api;

import java.util.Locale;

/// Every way in which the API can refuse, with its status. Codes are stable; texts are not.
public enum ProblemCode {
    BAD_REQUEST(400, "The request cannot be understood"),
    BAD_PARAMETER(400, "A parameter is not as it must be"),
    MALFORMED_JSON(400, "The body is not the JSON object that is expected"),
    BAD_IDEMPOTENCY_KEY(400, "The key of the request is not as it must be"),
    EMPTY_EVENT(400, "The event has no bytes"),
    UNAUTHORIZED(401, "It is not known who calls"),
    FORBIDDEN(403, "Another role is needed"),
    HOST_REFUSED(403, "The request is addressed to another host"),
    CROSS_SITE(403, "The request comes from a page of another site"),
    NOT_FOUND(404, "There is nothing at this address"),
    RUN_NOT_FOUND(404, "There is no such run"),
    EVENT_NOT_FOUND(404, "There is no such event"),
    NOTIFICATION_NOT_FOUND(404, "There is no such notification"),
    SOURCE_NOT_FOUND(404, "There is no such source"),
    DATASET_NOT_FOUND(404, "There is no such dataset"),
    USER_NOT_FOUND(404, "There is no such user"),
    TOKEN_NOT_FOUND(404, "There is no such token"),
    METHOD_NOT_ALLOWED(405, "This address does not take this method"),
    BODY_TOO_SLOW(408, "The body came too slowly"),
    RUN_STATE(409, "The run is not in a state for this"),
    PEOPLE_STATE(409, "The users or tokens are not in a state for this"),
    NOTIFICATION_STATE(409, "The notification is not in a state for this"),
    EVENT_UNCHANGED(409, "The corrected event is the old one"),
    REQUEST_UNDER_WAY(409, "The same request is being worked on"),
    REQUEST_UNFINISHED(409, "It is not known whether the request was done"),
    ANSWER_NOT_KEPT(409, "The request was done, and its answer is not kept"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not taken here"),
    EVENT_DOES_NOT_CONFORM(422, "The corrected event would fail again"),
    IDEMPOTENCY_KEY_USED(422, "Another request had this key"),
    INTERNAL(500, "This is a defect of WIS2 Chain"),
    NOT_PUBLISHED(502, "The broker did not take the notification"),
    BUSY(503, "The node holds as much as it can"),
    JOURNAL_UNAVAILABLE(503, "The journal cannot be written"),
    STORE_UNAVAILABLE(503, "The store cannot be read");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// The problem type of RFC 9457, clause 3.1.1: a name, not an address.
    String type() {
        return "urn:wis2chain:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The code for a refusal by the HTTP server itself.
    static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> BUSY;
            default -> status < 500 ? BAD_REQUEST : INTERNAL;
        };
    }
}
