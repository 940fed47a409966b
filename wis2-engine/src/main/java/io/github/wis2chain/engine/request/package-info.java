/// Requests that carry a key, so that the same one sent again is answered and not done again. It
/// knows neither HTTP nor what the requests do.
@NullMarked
package io.github.wis2chain.engine.request;

import org.jspecify.annotations.NullMarked;
