package io.github.wis2chain.engine.chain;

import java.util.List;

/// What is stored and goes out, some of it perhaps acknowledged already.
///
/// @param unchanged one sentence for each asset that needs no notification
/// @param again an earlier attempt has stored them, so that newer runs may have gone ahead since
record Announcements(List<Ready> notifications, List<String> unchanged, boolean again) {

    Announcements {
        notifications = List.copyOf(notifications);
        unchanged = List.copyOf(unchanged);
    }
}
