package io.github.wis2chain.app.settings;

import io.github.wis2chain.adapters.PacketSize;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Type;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

/// The setting `max-packet`, of whoever takes MQTT packets.
final class MaxPacket {

    private static final Type<Integer> TYPE =
            new Type<>(
                    "a size with its unit from %dB to %dB (MQTT 5, 2.1.4)"
                            .formatted(PacketSize.LEAST, PacketSize.MOST),
                    Types.sizeUpTo2Gb().as(PacketSize::checked).reader());

    private MaxPacket() {}

    static Value<Integer> read(Section section) {
        return section.optional("max-packet", TYPE, "%dMiB".formatted(PacketSize.DEFAULT >> 20));
    }
}
