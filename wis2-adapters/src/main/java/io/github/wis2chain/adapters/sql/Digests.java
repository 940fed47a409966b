package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.SourceName;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/// Short digests by which rows are found: a hash takes a tenth of the room of the text.
final class Digests {

    private Digests() {}

    /// Of an event's source and bytes. Two different ones can have the same: compare the bytes.
    static long ofEvent(SourceName source, byte[] payload) {
        return first(digest(source.value(), payload));
    }

    /// The key of a `data_id` of a dataset, 16 bytes: nobody has ever found two texts with the same.
    static byte[] ofObject(String dataset, String dataId) {
        return Arrays.copyOf(digest(dataset, dataId.getBytes(StandardCharsets.UTF_8)), 16);
    }

    /// Of a text by which runs are searched for: only of the file name in it, without its endings.
    ///
    /// So a `data_id`, its last segment, and mostly the event's name as well have one and the same,
    /// and each run costs one row, which lies anywhere in the index, instead of three. Whoever
    /// searches compares the texts of what is found.
    static long ofTerm(String text) {
        String segment = text.substring(text.lastIndexOf('/') + 1);
        int ending = segment.indexOf('.', 1);
        String stem = ending < 0 ? segment : segment.substring(0, ending);
        return first(digest("", stem.getBytes(StandardCharsets.UTF_8)));
    }

    /// Of all that a run can be found by.
    static Set<Long> ofLabels(Labels labels) {
        var terms = new LinkedHashSet<Long>();
        labels.eventName().ifPresent(name -> terms.add(ofTerm(name)));
        labels.dataId().ifPresent(dataId -> terms.add(ofTerm(dataId)));
        return terms;
    }

    /// Of a notification's id and `data_id`.
    static Set<Long> ofNotification(String id, String dataId) {
        var terms = new LinkedHashSet<Long>();
        terms.add(ofTerm(id));
        terms.add(ofTerm(dataId));
        return terms;
    }

    private static byte[] digest(String first, byte[] second) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(first.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return sha.digest(second);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static long first(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }
}
