package io.github.wis2chain.standards.generation;

import io.github.wis2chain.standards.wnm.Content;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.Link;
import io.github.wis2chain.standards.wnm.LinkRelation;

import java.net.URI;
import java.util.Optional;

/// A file as a notification tells of it.
///
/// @param href absolute `http`, `https`, `ftp` or `sftp` URL
/// @param type media type
/// @param length in bytes
/// @param content the file itself, when it is small
public record AnnouncedFile(
        URI href,
        Optional<String> type,
        Optional<Long> length,
        Optional<Integrity> integrity,
        Optional<Content> content) {

    /// A file of which only its place is known.
    public static AnnouncedFile at(URI href, Optional<String> type) {
        return new AnnouncedFile(href, type, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same without the data.
    public AnnouncedFile withoutContent() {
        return new AnnouncedFile(href, type, length, integrity, Optional.empty());
    }

    /// The primary link to the file; to one that was withdrawn without its length.
    ///
    /// @throws IllegalArgumentException if no link can have such a URL
    public Link link(LinkRelation relation) {
        return Link.primary(
                relation,
                href,
                type,
                relation == LinkRelation.DELETION ? Optional.empty() : length);
    }
}
