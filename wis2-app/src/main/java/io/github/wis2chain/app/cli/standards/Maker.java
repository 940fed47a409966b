package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.wnm.NotificationBuilder;

import java.io.IOException;
import java.util.List;

/// Makes notifications of one kind of input.
interface Maker {

    /// The notifications that announce what the input describes; they lack id and pubtime.
    List<NotificationBuilder> make(String name, Documents.Opening input)
            throws IOException, CannotBuild;
}
