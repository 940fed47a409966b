package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.json.JsonTree;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A link of a notification (WNM 1.3, `/req/core/links`).
///
/// @param href absolute `http`, `https`, `ftp` or `sftp` URL
/// @param rel the relation: one of [LinkRelation], or any other
/// @param type media type of what it leads to
/// @param length of what it leads to, in bytes, not negative
/// @param extra further members, such as `title`, `hreflang` and `security`, in their order
public record Link(
        URI href,
        String rel,
        Optional<String> type,
        Optional<Long> length,
        Map<String, JsonTree> extra) {

    static final Set<String> MEMBERS = Set.of("href", "rel", "type", "length");

    public Link {
        URI ascii = ascii(href);
        LinkUrl.fault(ascii.toString())
                .ifPresent(fault -> {
                    throw new IllegalArgumentException("href [%s] %s".formatted(ascii, fault));
                });
        href = ascii;
        length.filter(bytes -> bytes < 0)
                .ifPresent(bytes -> {
                    throw new IllegalArgumentException(
                            String.format(Locale.ROOT, "length [%d] must not be negative", bytes));
                });
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
        if (!Collections.disjoint(extra.keySet(), MEMBERS)) {
            throw new IllegalArgumentException(
                    "extra members %s must not be among %s".formatted(extra.keySet(), MEMBERS));
        }
    }

    /// The same URL with letters beyond ASCII percent-encoded: writers of events do not always do so, and receivers read
    /// ASCII only. Letters stay composed or decomposed as they are, because servers tell the two apart, which
    /// [URI#toASCIIString()] does not.
    public static URI ascii(URI href) {
        String text = href.toString();
        if (text.chars().allMatch(c -> c < 0x80)) {
            return href;
        }
        var ascii = new StringBuilder(text.length() + 32);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= 0) {
                ascii.append((char) octet);
            } else {
                ascii.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return URI.create(ascii.toString());
    }

    /// A primary link, without further members.
    public static Link primary(
            LinkRelation relation, URI href, Optional<String> type, Optional<Long> length) {
        return new Link(href, relation.wireName(), type, length, Map.of());
    }

    /// The relation, if it is one of the three that say what is announced.
    public Optional<LinkRelation> relation() {
        return LinkRelation.of(rel);
    }
}
