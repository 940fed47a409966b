package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.ReportAssert;

/// What the strict profile says of a notification.
final class StrictReport {

    private StrictReport() {}

    static ReportAssert judged(TestNotification notification) {
        return ReportAssert.assertThat(Wnm.validate(notification.asBytes(), Profile.STRICT));
    }
}
