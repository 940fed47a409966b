package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.generation.AnnouncedFile;
import io.github.wis2chain.standards.generation.Announcement;
import io.github.wis2chain.standards.generation.DataIdValues;
import io.github.wis2chain.standards.generation.DataMeter;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.NotificationBuilder;
import io.github.wis2chain.standards.wnm.Temporal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Makes a notification of a data file of any length: its bytes are measured while they stream past.
///
/// @param href where the file is found; one that ends with a slash gets the file's name
/// @param mediaType in place of what its name and beginning say
record FileMaker(Recipe recipe, Place href, IntegrityMethod method, Optional<String> mediaType)
        implements Maker {

    private static final int PIECE = 64 * 1024;

    @Override
    public List<NotificationBuilder> make(String name, Documents.Opening input)
            throws IOException, CannotBuild {
        URI url = href.of(name);
        var meter = new DataMeter(method);
        try (InputStream in = input.open()) {
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                meter.add(piece, 0, count);
            }
        }
        AnnouncedFile measured = meter.file(url, url.getPath());
        var file =
                new AnnouncedFile(
                        measured.href(),
                        mediaType.or(measured::type),
                        measured.length(),
                        measured.integrity(),
                        measured.content());
        var values =
                new DataIdValues(
                        recipe.topic(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        url.toString());
        return List.of(
                recipe.notification(
                        new Announcement(
                                recipe.dataId(values, ""),
                                Optional.empty(),
                                new Temporal.Unknown(),
                                file),
                        ""));
    }
}
