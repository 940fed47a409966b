package io.github.wis2chain.standards.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the term that a misspelt one was meant to be.
public final class Nearest {

    /// Beyond this length nothing is a misspelt term; it also bounds the work for hostile input.
    private static final int LONGEST = 80;

    private Nearest() {}

    /// The only candidate within the fewest edits, at most one for each four letters and three in
    /// all; empty when there is none or the choice is open.
    public static Optional<String> to(String text, Collection<String> candidates) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int fewest = Math.min(3, Math.max(1, text.length() / 4));
        Optional<String> nearest = Optional.empty();
        boolean alone = true;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - text.length()) > fewest) {
                continue;
            }
            int edits = edits(text, candidate);
            if (edits < fewest || (edits == fewest && nearest.isEmpty())) {
                fewest = edits;
                nearest = Optional.of(candidate);
                alone = true;
            } else if (edits == fewest) {
                alone = false;
            }
        }
        return alone ? nearest : Optional.empty();
    }

    /// The path below a term that was meant: one term of similar spelling, or, when levels were left
    /// out, the only path down to the term itself; empty when there is none or the choice is open.
    static Optional<List<String>> below(Term parent, String found) {
        Optional<String> near = to(found, parent.children().keySet());
        if (near.isPresent()) {
            return near.map(List::of);
        }
        List<List<String>> paths = new ArrayList<>();
        collectPathsTo(found, parent, List.of(), paths);
        return paths.size() == 1 ? Optional.of(paths.getFirst()) : Optional.empty();
    }

    private static void collectPathsTo(
            String name, Term parent, List<String> above, List<List<String>> paths) {
        for (Map.Entry<String, Term> child : parent.children().entrySet()) {
            List<String> path = new ArrayList<>(above);
            path.add(child.getKey());
            if (child.getKey().equals(name)) {
                paths.add(path);
            }
            collectPathsTo(name, child.getValue(), path, paths);
        }
    }

    /// The number of insertions, deletions, replacements and exchanges of neighbours between two
    /// texts (optimal string alignment).
    static int edits(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (exchanged(from, i, to, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[to.length()];
    }

    private static boolean exchanged(String from, int i, String to, int j) {
        return i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
