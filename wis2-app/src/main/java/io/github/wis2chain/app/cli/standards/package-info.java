/// The commands that judge, make and send the documents of WIS2: notifications, discovery records and topics. They
/// need no node.
@NullMarked
package io.github.wis2chain.app.cli.standards;

import org.jspecify.annotations.NullMarked;
