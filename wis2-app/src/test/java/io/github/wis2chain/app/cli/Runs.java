package io.github.wis2chain.app.cli;

/// Answers of the API about runs.
final class Runs {

    static final String ID = "0N3K5Q8R7T2WX";
    static final String EVENT = "0N3K5Q8R7T2WV";

    private Runs() {}

    /// A run in this state whose link led nowhere.
    static String in(String state) {
        return """
        {
          "id": "0N3K5Q8R7T2WX", "event_id": "0N3K5Q8R7T2WV", "parent_id": null,
          "source": "argo-files", "state": "%s", "dataset": "argo-bufr",
          "event_name": "IOPX01", "data_id": "fr-ifremer-argo/x", "step": "verify-data",
          "cause": "LINK_STATUS", "summary": "status 404", "attempts": 1,
          "received_at": "2026-11-23T21:04:05.123Z", "updated_at": "2026-11-23T21:04:06Z",
          "due_at": null,
          "explanation": "Step verify-data failed (LINK_STATUS): /links/0 answered 404. Put the file where the link points to, then retry.",
          "actions": ["retry", "edit", "discard", "note"],
          "pipeline": ["read-event", "verify-data", "publish"],
          "failure": {"code": "LINK_STATUS", "temporary": false, "text": "/links/0 answered 404.", "remedy": "Put the file there."},
          "steps": [
            {"step": "read-event", "attempt": 1, "started_at": "2026-11-23T21:04:05Z", "took_ms": 1.25, "failure": null, "remarks": []},
            {"step": "verify-data", "attempt": 1, "started_at": "2026-11-23T21:04:05Z", "took_ms": 31.0,
             "failure": {"code": "LINK_STATUS", "temporary": false, "text": "/links/0 answered 404.", "remedy": "Put the file there."},
             "remarks": [{"level": "fault", "rule": "/req/core/links", "place": "/links/0", "text": "404 found, 200 required.", "fix": "a link that works"}]}
          ],
          "event": {"id": "0N3K5Q8R7T2WV", "source": "argo-files", "received_at": "2026-11-23T21:04:05Z", "size": 21, "sha256": "ab", "transport": "mqtt", "place": "diffusion/files/x", "properties": {"qos": "1"}},
          "notifications": [{"id": "11111111-2222-3333-4444-555555555555", "rel": "canonical", "data_id": "fr-ifremer-argo/x", "topic": "origin/a/wis2/x", "acknowledged_at": null, "broker": null, "reason": null}],
          "acts": [{"kind": "note", "who": "alice", "text": "asked for the file", "at": "2026-11-23T21:10:00Z"}],
          "children": ["0N3K5Q8R7T2WZ"]
        }
        """
                .formatted(state);
    }
}
