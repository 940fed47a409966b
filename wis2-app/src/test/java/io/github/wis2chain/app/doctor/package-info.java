/// Tests of the checks around a node.
@NullMarked
package io.github.wis2chain.app.doctor;

import org.jspecify.annotations.NullMarked;
