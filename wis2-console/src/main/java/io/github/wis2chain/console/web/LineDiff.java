package io.github.wis2chain.console.web;

import java.util.ArrayList;
import java.util.List;

/// What differs between two documents, line by line, with a little of what stands around it.
///
/// @param edits in the order of the documents
record LineDiff(List<Edit> edits) {

    private static final int MOST = 1500;
    private static final int AROUND = 2;

    LineDiff {
        edits = List.copyOf(edits);
    }

    static LineDiff of(DocumentView before, DocumentView after) {
        return of(
                before.lines().stream().limit(MOST).map(DocumentView.Line::text).toList(),
                after.lines().stream().limit(MOST).map(DocumentView.Line::text).toList());
    }

    static LineDiff of(List<String> before, List<String> after) {
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
        return new LineDiff(nearChanges(all));
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
