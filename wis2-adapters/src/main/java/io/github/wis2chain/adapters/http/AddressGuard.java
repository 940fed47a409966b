package io.github.wis2chain.adapters.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides which addresses may be connected to: public ones, and what the operator allows.
///
/// A link comes from outside; without this guard, whoever sends an event could have the node look
/// into the network behind it. Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC
/// 6890 and successors).
final class AddressGuard {

    private static final Pattern HOST = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");

    private static final List<Map.Entry<AddressBlock, String>> SPECIAL =
            List.of(
                    special("0.0.0.0/8", "unspecified"),
                    special("10.0.0.0/8", "private"),
                    special("100.64.0.0/10", "carrier-grade NAT"),
                    special("127.0.0.0/8", "loopback"),
                    special("169.254.0.0/16", "link-local"),
                    special("172.16.0.0/12", "private"),
                    special("192.0.0.0/24", "reserved"),
                    special("192.0.2.0/24", "documentation"),
                    special("192.88.99.0/24", "reserved"),
                    special("192.168.0.0/16", "private"),
                    special("198.18.0.0/15", "benchmarking"),
                    special("198.51.100.0/24", "documentation"),
                    special("203.0.113.0/24", "documentation"),
                    special("224.0.0.0/4", "multicast"),
                    special("240.0.0.0/4", "reserved"),
                    special("::/128", "unspecified"),
                    special("::1/128", "loopback"),
                    special("fc00::/7", "unique-local"),
                    special("fe80::/10", "link-local"),
                    special("fec0::/10", "site-local"),
                    special("ff00::/8", "multicast"),
                    special("2001::/23", "reserved"),
                    special("2001:db8::/32", "documentation"),
                    special("2002::/16", "6to4"),
                    special("3fff::/20", "documentation"));

    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.of("2000::/3");
    private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96");

    private final Set<String> hosts;
    private final List<AddressBlock> blocks;

    private AddressGuard(Set<String> hosts, List<AddressBlock> blocks) {
        this.hosts = Set.copyOf(hosts);
        this.blocks = List.copyOf(blocks);
    }

    /// A guard that lets pass public addresses and these.
    ///
    /// @param allow host names, addresses, blocks, `loopback`
    /// @throws IllegalArgumentException naming the first entry that is none of these
    static AddressGuard allowing(List<String> allow) {
        Set<String> hosts = new HashSet<>();
        List<AddressBlock> blocks = new ArrayList<>();
        for (String entry : allow) {
            String name = entry.toLowerCase(Locale.ROOT);
            if (name.equals("loopback")) {
                blocks.add(AddressBlock.of("127.0.0.0/8"));
                blocks.add(AddressBlock.of("::1/128"));
            } else if (name.indexOf('/') >= 0 || AddressBlock.isLiteral(name)) {
                blocks.add(AddressBlock.of(name));
            } else if (HOST.matcher(name).matches()) {
                hosts.add(name);
            } else {
                throw new IllegalArgumentException(
                        "links.allow [%s] must be a host name, an address, a block such as 10.1.0.0/16, or loopback"
                                .formatted(entry));
            }
        }
        return new AddressGuard(hosts, blocks);
    }

    /// Why an address must not be connected to; empty if it may be.
    ///
    /// @param host the name that has this address
    Optional<String> refusal(String host, InetAddress address) {
        if (hosts.contains(host.toLowerCase(Locale.ROOT))
                || blocks.stream().anyMatch(block -> block.contains(address))) {
            return Optional.empty();
        }
        for (Map.Entry<AddressBlock, String> special : SPECIAL) {
            if (special.getKey().contains(address)) {
                return Optional.of(
                        "%s, a %s address (%s)"
                                .formatted(
                                        address.getHostAddress(),
                                        special.getValue(),
                                        special.getKey()));
            }
        }
        if (address instanceof Inet4Address || GLOBAL_UNICAST.contains(address)) {
            return Optional.empty();
        }
        if (NAT64.contains(address)) {
            return refusal(host, translated(address));
        }
        return Optional.of("%s, which is not a public address".formatted(address.getHostAddress()));
    }

    /// The IPv4 address that a NAT64 gateway turns this one into (RFC 6052, section 2.2).
    private static InetAddress translated(InetAddress nat64) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(nat64.getAddress(), 12, 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an IPv4 address", impossible);
        }
    }

    private static Map.Entry<AddressBlock, String> special(String block, String kind) {
        return Map.entry(AddressBlock.of(block), kind);
    }
}
