/// The mechanism of durable runs: events are kept, taken through a pipeline step by step, retried,
/// and never forgotten. It knows no standard; what the steps do is defined in `chain`.
@NullMarked
package io.github.wis2chain.engine.run;

import org.jspecify.annotations.NullMarked;
