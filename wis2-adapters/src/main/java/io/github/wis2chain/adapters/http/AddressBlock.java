package io.github.wis2chain.adapters.http;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// A block of addresses in CIDR notation, such as `10.0.0.0/8` or `fc00::/7`.
record AddressBlock(InetAddress base, int prefix) {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /// Reads a block, or a single address.
    ///
    /// @throws IllegalArgumentException if it is neither
    static AddressBlock of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!isLiteral(address)) {
            throw new IllegalArgumentException(
                    "[%s] is not an IPv4 or IPv6 address".formatted(address));
        }
        InetAddress base = InetAddress.ofLiteral(address);
        int bits = base.getAddress().length * 8;
        try {
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            if (prefix >= 0 && prefix <= bits) {
                return new AddressBlock(base, prefix);
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "[%s] must end in a number of bits".formatted(text), notANumber);
        }
        throw new IllegalArgumentException(
                "[%s] must end in a number of bits between 0 and %d".formatted(text, bits));
    }

    /// Whether a text is an address: IPv4 in four decimal parts only, because the other old
    /// notations (octal, hexadecimal, fewer parts) mean different addresses to different programs.
    static boolean isLiteral(String text) {
        if (!IPV4.matcher(text).matches() && (text.indexOf(':') < 0 || text.indexOf('%') >= 0)) {
            return false;
        }
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += 8) {
            int mask = prefix - bit >= 8 ? 0xff : 0xff << (8 - (prefix - bit));
            if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefix;
    }
}
