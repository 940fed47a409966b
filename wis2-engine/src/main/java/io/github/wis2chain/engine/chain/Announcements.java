package io.github.wis2chain.engine.chain;

import java.util.List;

/// What is stored and goes out, some of it perhaps acknowledged already.
///
/// @param unchanged one sentence for each asset that needs no notification
record Announcements(List<Ready> notifications, List<String> unchanged) {

    Announcements {
        notifications = List.copyOf(notifications);
        unchanged = List.copyOf(unchanged);
    }
}
