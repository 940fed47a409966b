/// The REST API of a running node, `/api/v1`, described in `openapi.yaml`.
@NullMarked
package io.github.wis2chain.console.api;

import org.jspecify.annotations.NullMarked;
