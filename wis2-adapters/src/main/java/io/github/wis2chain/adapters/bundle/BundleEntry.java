package io.github.wis2chain.adapters.bundle;

import java.net.URI;

/// One file of a bundle.
///
/// @param href where it was fetched from
/// @param sha256 its digest, in hexadecimal
/// @param length in bytes
public record BundleEntry(String name, URI href, String sha256, long length) {}
