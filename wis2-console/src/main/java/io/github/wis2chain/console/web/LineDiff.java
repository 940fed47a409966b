package io.github.wis2chain.console.web;

import java.util.ArrayList;
import java.util.List;

/// What differs between two documents, line by line, with a little of what stands around it.
///
/// @param edits in the order of the documents
/// @param whole all of it was compared and is shown; otherwise it is the beginning
record LineDiff(List<Edit> edits, boolean whole) {

    private static final int AROUND = 2;

    /// Lines of each, where neither document is much shorter: the time and the memory that one page
    /// may take.
    private static final int MOST = 1500;

    /// Characters.
    private static final int MOST_SHOWN = 50_000;

    private static final int MOST_IN_LINE = 2000;

    LineDiff {
        edits = List.copyOf(edits);
    }

    static LineDiff of(DocumentView before, DocumentView after) {
        return of(
                before.lines().stream().map(DocumentView.Line::text).toList(),
                after.lines().stream().map(DocumentView.Line::text).toList());
    }

    static LineDiff of(List<String> before, List<String> after) {
        int head = common(before, after);
        int tail =
                common(
                        before.subList(head, before.size()).reversed(),
                        after.subList(head, after.size()).reversed());
        List<String> old = before.subList(head, before.size() - tail);
        List<String> now = after.subList(head, after.size() - tail);
        boolean whole = (long) old.size() * now.size() <= (long) MOST * MOST;
        List<Edit> all = new ArrayList<>(same(before.subList(Math.max(0, head - AROUND), head)));
        if (whole) {
            all.addAll(edits(old, now));
            all.addAll(same(before.subList(before.size() - tail, before.size())));
        } else {
            all.addAll(edits(first(old), first(now)));
        }
        List<Edit> near = nearChanges(all);
        List<Edit> shown = beginning(near);
        return new LineDiff(shown, whole && shown.equals(near));
    }

    /// How many lines both begin with.
    private static int common(List<String> before, List<String> after) {
        int count = 0;
        while (count < before.size()
                && count < after.size()
                && before.get(count).equals(after.get(count))) {
            count++;
        }
        return count;
    }

    private static List<String> first(List<String> lines) {
        return lines.subList(0, Math.min(lines.size(), MOST));
    }

    private static List<Edit> same(List<String> lines) {
        return lines.stream().limit(AROUND).map(line -> new Edit(' ', line)).toList();
    }

    private static List<Edit> edits(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        before.get(i).equals(after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Edit> all = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                all.add(new Edit(' ', before.get(i)));
                i++;
                j++;
            } else if (j >= after.size()
                    || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                all.add(new Edit('-', before.get(i++)));
            } else {
                all.add(new Edit('+', after.get(j++)));
            }
        }
        return all;
    }

    /// As many as are not too much to load.
    private static List<Edit> beginning(List<Edit> all) {
        List<Edit> shown = new ArrayList<>();
        int characters = 0;
        for (Edit edit : all) {
            Edit cut = new Edit(edit.sign(), Text.cut(edit.text(), MOST_IN_LINE));
            characters += cut.text().length();
            if (characters > MOST_SHOWN) {
                break;
            }
            shown.add(cut);
        }
        return shown;
    }

    private static List<Edit> nearChanges(List<Edit> all) {
        List<Edit> near = new ArrayList<>();
        boolean gap = false;
        for (int i = 0; i < all.size(); i++) {
            if (changedAround(all, i)) {
                if (gap && !near.isEmpty()) {
                    near.add(new Edit('@', "…"));
                }
                near.add(all.get(i));
                gap = false;
            } else {
                gap = true;
            }
        }
        return near;
    }

    private static boolean changedAround(List<Edit> all, int index) {
        return all
                .subList(Math.max(0, index - AROUND), Math.min(all.size(), index + AROUND + 1))
                .stream()
                .anyMatch(edit -> edit.sign() != ' ');
    }

    /// One line of the difference.
    ///
    /// @param sign `-` taken away, `+` added, a space for what both have, `@` for what is left out
    record Edit(char sign, String text) {

        String css() {
            return switch (sign) {
                case '-' -> "del";
                case '+' -> "add";
                default -> "same";
            };
        }
    }
}
