package io.github.wis2chain.standards.conformance;

/// A numbered statement of a standard: a requirement, recommendation or permission.
///
/// @param specification base URI, such as `http://wis.wmo.int/spec/wnm/1`
/// @param id the path after it, such as `/req/core/links`
/// @param part the parts meant, such as `EFGI`; empty for the whole
public record Requirement(String specification, String id, String part) {

    public Requirement {
        if (!id.startsWith("/")) {
            throw new IllegalArgumentException(
                    "requirement id [%s] must begin with /".formatted(id));
        }
    }

    public Requirement(String specification, String id) {
        this(specification, id, "");
    }

    /// The same requirement, but only some of its parts.
    public Requirement parts(String parts) {
        return new Requirement(specification, id, parts);
    }

    /// The whole URI, without parts.
    public String uri() {
        return specification + id;
    }

    /// The last segment of the id, which names the test in reports: `links`.
    public String test() {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return part.isEmpty() ? id : id + " " + part;
    }
}
