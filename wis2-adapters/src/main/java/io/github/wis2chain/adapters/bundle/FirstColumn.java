package io.github.wis2chain.adapters.bundle;

import java.util.ArrayList;
import java.util.List;

/// The first column of a table in comma-separated values (RFC 4180), where the code lists have their names.
final class FirstColumn {

    private FirstColumn() {}

    /// The values below the heading, from top to bottom.
    static List<String> of(String table) {
        List<String> column = new ArrayList<>();
        var value = new StringBuilder();
        boolean quoted = false;
        boolean first = true;
        for (int i = 0; i < table.length(); i++) {
            char c = table.charAt(i);
            if (c == '"') {
                // A quote that is doubled closes and opens, and no name has one in it.
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                column.add(value.toString());
                value.setLength(0);
                first = true;
            } else if (c == ',' && !quoted) {
                first = false;
            } else if (first) {
                value.append(c);
            }
        }
        column.add(value.toString());
        return column.stream().skip(1).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
