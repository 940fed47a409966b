/// Notifications made from what describes the data: a STAC item, the file itself, or a discovery record.
///
/// ```java
/// var meter = new DataMeter(IntegrityMethod.SHA512);
/// meter.add(bytes, 0, bytes.length);
/// AnnouncedFile file = meter.file(URI.create("https://data.example.org/a.bufr"), "a.bufr");
/// NotificationMessage message =
///         new Announcement(new DataId("a.bufr"), Optional.empty(), new Temporal.Unknown(), file)
///                 .notification(LinkRelation.CANONICAL)
///                 .id(UUID.randomUUID())
///                 .pubtime(Instant.now())
///                 .build();
/// ```
@NullMarked
package io.github.wis2chain.standards.generation;

import org.jspecify.annotations.NullMarked;
