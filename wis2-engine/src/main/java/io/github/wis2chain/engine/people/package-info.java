/// Who may use the node, and how it knows them. It knows neither runs nor the chain.
@NullMarked
package io.github.wis2chain.engine.people;

import org.jspecify.annotations.NullMarked;
