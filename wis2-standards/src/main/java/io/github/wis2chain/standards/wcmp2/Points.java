package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.KpiResult;

import java.util.ArrayList;
import java.util.List;

/// Counts the points of one indicator while it is judged.
final class Points {

    /// Of one indicator more comments than this are not told.
    private static final int MOST_COMMENTS = 100;

    private final String name;
    private final List<String> comments = new ArrayList<>();
    private int score;
    private int total;
    private int skipped;

    Points(String name) {
        this.name = name;
    }

    /// One point to be had.
    ///
    /// @param missed what to say if it was not reached
    Points add(boolean reached, String missed) {
        total++;
        if (reached) {
            score++;
        } else {
            comment(missed);
        }
        return this;
    }

    /// Points that were not judged.
    Points skip(int points, String reason) {
        skipped += points;
        comment(reason);
        return this;
    }

    /// A point that the official tool takes away, or gives without asking for it.
    Points adjust(int points) {
        score += points;
        return this;
    }

    /// What was counted; less than nothing, which the official tool cannot report, is nothing.
    KpiResult result() {
        return new KpiResult(name, Math.max(0, score), total, skipped, comments);
    }

    private void comment(String text) {
        if (comments.size() < MOST_COMMENTS) {
            comments.add(text);
        }
    }
}
