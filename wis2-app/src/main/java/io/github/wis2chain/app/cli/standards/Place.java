package io.github.wis2chain.app.cli.standards;

import java.net.URI;
import java.net.URISyntaxException;

/// Where the world finds the files that are announced.
///
/// @param href the URL of one file, or of a folder if it ends with a slash
record Place(URI href) {

    /// Whether more than one file can be found there.
    boolean isFolder() {
        return href.toString().endsWith("/");
    }

    /// The URL of a file.
    ///
    /// @param path the file here, whose name it has there as well
    URI of(String path) {
        if (!isFolder()) {
            return href;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        try {
            return URI.create(href + new URI(null, null, name, null).getRawPath());
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(
                    "the name [%s] cannot be part of a URL".formatted(name), impossible);
        }
    }
}
