package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Remark;

import java.util.List;
import java.util.Optional;

/// Thrown to refuse a request; becomes problem details (RFC 9457).
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<Remark> remarks;

    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    Problem(ProblemCode code, String detail, List<Remark> remarks) {
        // Without a stack: it is an answer, and hostile requests must not make it dear.
        super(detail, null, false, false);
        this.code = code;
        this.remarks = List.copyOf(remarks);
    }

    public ProblemCode code() {
        return code;
    }

    List<Remark> remarks() {
        return remarks;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /// The problem as JSON.
    ///
    /// @param instance the path that was asked for
    byte[] json(String instance, String requestId) {
        return Json.bytes(
                new Details(
                        code.type(),
                        code.title(),
                        code.status(),
                        detail(),
                        instance,
                        code.name(),
                        requestId,
                        remarks.isEmpty()
                                ? Optional.empty()
                                : Optional.of(remarks.stream().map(RemarkView::of).toList())));
    }

    private record Details(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String code,
            String requestId,
            Optional<List<RemarkView>> remarks) {}
}
