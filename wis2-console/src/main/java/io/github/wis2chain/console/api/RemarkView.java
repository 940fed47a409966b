package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Remark;

import java.util.Locale;
import java.util.Optional;

/// A remark as the API shows it.
record RemarkView(String level, String rule, String place, String text, Optional<String> fix) {

    static RemarkView of(Remark remark) {
        return new RemarkView(
                remark.level().name().toLowerCase(Locale.ROOT),
                remark.rule(),
                remark.place(),
                remark.text(),
                remark.fix());
    }
}
