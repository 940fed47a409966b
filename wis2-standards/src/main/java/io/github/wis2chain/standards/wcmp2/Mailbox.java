package io.github.wis2chain.standards.wcmp2;

/// Judges texts as email addresses by RFC 5321: a name, `@`, and a host or an address in brackets.
final class Mailbox {

    private static final int LONGEST = 254;
    private static final String NAME_SIGNS = "!#$%&'*+-/=?^_`{|}~.";

    private Mailbox() {}

    static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        return text.length() <= LONGEST
                && at > 0
                && isName(text.substring(0, at))
                && isHost(text.substring(at + 1));
    }

    private static boolean isName(String name) {
        if (name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")) {
            return name.chars().allMatch(c -> c >= ' ' && c <= '~');
        }
        return !name.startsWith(".")
                && !name.endsWith(".")
                && !name.contains("..")
                && name.chars().allMatch(c -> isAlphanumeric(c) || NAME_SIGNS.indexOf(c) >= 0);
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.length() > 2;
        }
        for (String label : host.split("\\.", -1)) {
            boolean wellFormed =
                    !label.isEmpty()
                            && !label.startsWith("-")
                            && !label.endsWith("-")
                            && label.chars().allMatch(c -> isAlphanumeric(c) || c == '-');
            if (!wellFormed) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
