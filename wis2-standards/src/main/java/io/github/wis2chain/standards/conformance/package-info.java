/// Rules, findings and reports: how a document is judged against the requirements of a standard.
@NullMarked
package io.github.wis2chain.standards.conformance;

import org.jspecify.annotations.NullMarked;
