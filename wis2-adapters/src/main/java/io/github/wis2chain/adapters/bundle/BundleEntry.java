package io.github.wis2chain.adapters.bundle;

import java.net.URI;
import java.util.Optional;

/// One file of a bundle.
///
/// @param href where it was fetched from
/// @param sha256 its digest, in hexadecimal
/// @param length in bytes
/// @param edition of a schema: which state of its standard it is of, if it tells
public record BundleEntry(
        String name, URI href, String sha256, long length, Optional<String> edition) {}
