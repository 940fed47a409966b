package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.request.KeptAnswer;
import io.github.wis2chain.engine.run.Payload;

import java.util.Optional;

/// An answer as it is stored.
final class KeptAnswerBody {

    private static final int VERSION = 1;

    private KeptAnswerBody() {}

    static byte[] packed(KeptAnswer answer, Press press) {
        var out = new PackedOutput();
        out.number(VERSION).number(answer.status()).text(answer.mediaType());
        out.text(answer.location()).flag(answer.body().isPresent());
        answer.body().ifPresent(body -> out.bytes(body.bytes()));
        return press.press(out.toBytes());
    }

    static KeptAnswer unpacked(byte[] packed, Press press) {
        var in = new PackedInput(press.unpress(packed));
        Versions.check("answer", in.number(), VERSION);
        return new KeptAnswer(
                in.count(),
                in.text(),
                in.optionalText(),
                in.flag() ? Optional.of(Payload.of(in.bytes())) : Optional.empty());
    }
}
