/// Follows the links of notifications over HTTP, the way a Global Cache does, without being led
/// astray.
///
/// The client is our own: GET over HTTP/1.1, on blocking sockets and virtual threads. A guard
/// against server-side request forgery is only sound if the address that was checked is the address
/// that is connected to, and the JDK's client resolves names by itself, out of reach, so that a name
/// which changes its address between check and connection would pass.
///
/// Sources: RFC 9110 (semantics), RFC 9112 (HTTP/1.1), IANA special-purpose address registries.
@NullMarked
package io.github.wis2chain.adapters.http;

import org.jspecify.annotations.NullMarked;
