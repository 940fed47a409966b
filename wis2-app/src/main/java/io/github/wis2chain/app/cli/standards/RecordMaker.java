package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.generation.RecordAnnouncement;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wcmp2.Wcmp2;
import io.github.wis2chain.standards.wnm.NotificationBuilder;

import java.io.IOException;
import java.util.List;

/// Makes the notification of a discovery record; the record need not conform.
record RecordMaker(Recipe recipe, Place href) implements Maker {

    @Override
    public List<NotificationBuilder> make(String name, Documents.Opening input)
            throws IOException, CannotBuild {
        byte[] bytes = Inputs.bytes(input);
        JsonTree document = Inputs.json(bytes, Wcmp2.requirement("validation"));
        RecordAnnouncement announced;
        try {
            announced = RecordAnnouncement.of(document, bytes, href.of(name));
        } catch (IllegalArgumentException unnamed) {
            throw new CannotBuild(
                    Finding.failed(
                            Wcmp2.requirement("identifier"),
                            "/id",
                            String.valueOf(unnamed.getMessage())),
                    unnamed);
        }
        return List.of(
                recipe.notification(announced.announcement(), "")
                        .metadataId(announced.metadataId()));
    }
}
