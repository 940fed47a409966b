package io.github.wis2chain.console.web;

import io.github.wis2chain.engine.run.Remark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A document with what was found in it.
///
/// @param notes in the order in which they were found, gravest kinds first
record MarkedDocument(DocumentView document, List<Note> notes) {

    MarkedDocument {
        notes = List.copyOf(notes);
    }

    static MarkedDocument of(DocumentView document, List<Remark> remarks) {
        List<Note> notes = new ArrayList<>();
        for (Remark.Level level :
                List.of(Remark.Level.FAULT, Remark.Level.WARNING, Remark.Level.INFO)) {
            remarks.stream()
                    .filter(remark -> remark.level() == level)
                    .map(remark -> new Note(remark, document.lineOf(remark.place())))
                    .distinct()
                    .forEach(notes::add);
        }
        return new MarkedDocument(document, notes);
    }

    /// The gravest note on each line that has any.
    Map<Integer, Note> marks() {
        Map<Integer, Note> marks = new HashMap<>();
        for (Note note : notes) {
            note.line().ifPresent(line -> marks.putIfAbsent(line, note));
        }
        return marks;
    }

    /// A remark and the line that it is about, if that is in this document.
    record Note(Remark remark, Optional<Integer> line) {

        String css() {
            return switch (remark.level()) {
                case FAULT -> "no";
                case WARNING -> "wt";
                case INFO -> "in";
            };
        }

        /// Somebody should read it.
        boolean isGrave() {
            return remark.level() != Remark.Level.INFO;
        }

        String word() {
            return switch (remark.level()) {
                case FAULT -> "fault";
                case WARNING -> "warning";
                case INFO -> "note";
            };
        }
    }
}
