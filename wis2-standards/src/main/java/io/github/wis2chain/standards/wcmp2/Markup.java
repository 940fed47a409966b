package io.github.wis2chain.standards.wcmp2;

/// Looks for HTML in a text as the parser of the official tool does, that of Python 3.11.
///
/// Only the begin of an element counts: comments, declarations, ends of elements and signs that begin nothing are
/// passed over with all that stands in them. Every character is looked at a bounded number of times.
final class Markup {

    private final String text;
    private int at;
    private boolean commentsEnd = true;
    private boolean sectionsEnd = true;

    private Markup(String text) {
        this.text = text;
    }

    /// Whether there is the whole begin of an element, `<`, a letter and what follows up to its `>`.
    static boolean hasElement(String text) {
        return new Markup(text).findsElement();
    }

    private boolean findsElement() {
        // What is opened and never closed is no markup; without a > nothing is closed any more.
        int lastClose = text.lastIndexOf('>');
        at = text.indexOf('<');
        while (at >= 0 && at < lastClose) {
            char next = text.charAt(at + 1);
            if (isLetter(next)) {
                if (isClosed()) {
                    return true;
                }
                at = text.indexOf('>', at);
            } else if (next == '!' || next == '?' || next == '/') {
                at = endOfOther();
            } else {
                at++;
            }
            at = text.indexOf('<', at);
        }
        return false;
    }

    /// The end of a comment, a marked section, or else of what ends at the next `>`.
    private int endOfOther() {
        int end = -1;
        // What was not found once is not looked for again, so that many begins without end cost no
        // more than one.
        if (commentsEnd && text.startsWith("<!--", at)) {
            end = text.indexOf("-->", at + 4);
            commentsEnd = end >= 0;
        } else if (sectionsEnd && text.startsWith("<![", at)) {
            end = text.indexOf("]]>", at + 3);
            sectionsEnd = end >= 0;
        }
        return end < 0 ? text.indexOf('>', at) : end;
    }

    /// Whether the begin of an element has its `>`, which does not count in the quotes of a value.
    private boolean isClosed() {
        boolean afterEquals = false;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return true;
            }
            if (afterEquals && (c == '"' || c == '\'')) {
                i = text.indexOf(c, i + 1);
                if (i < 0) {
                    return false;
                }
            }
            afterEquals = c == '=' || (afterEquals && Character.isWhitespace(c));
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
