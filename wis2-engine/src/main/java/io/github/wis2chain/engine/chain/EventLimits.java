package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.json.JsonTree;

/// How much one event may hold, checked before any rule looks at it, so that no event keeps the
/// others waiting.
///
/// @param assets assets of its item, at least 1: each selected one becomes a notification
/// @param positions positions of its geometry, at least 1; a notification has room for about 1300
public record EventLimits(int assets, int positions) {

    /// 100 assets and 5000 positions.
    public static final EventLimits DEFAULT = new EventLimits(100, 5000);

    public EventLimits {
        if (assets < 1 || positions < 1) {
            throw new IllegalArgumentException(
                    "limits of an event [%d assets, %d positions] must be at least 1"
                            .formatted(assets, positions));
        }
    }

    /// Lets an item pass that is within the limits, whatever else may be wrong with it.
    ///
    /// @throws StepFailure permanent, `EVENT_TOO_LARGE`, naming the member, what was found and what is
    ///     allowed
    void check(JsonTree item) {
        item.member("assets").ifPresent(found -> refuse(found, found.size(), assets, "assets"));
        item.member("geometry")
                .ifPresent(
                        geometry -> refuse(geometry, positions(geometry), positions, "positions"));
    }

    private static void refuse(JsonTree at, int found, int allowed, String what) {
        if (found > allowed) {
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.EVENT_TOO_LARGE,
                            "%s: there are %d %s; at most %d are allowed."
                                    .formatted(at.pointer(), found, what, allowed)));
        }
    }

    /// Arrays that hold something else than arrays, wherever they are, and empty ones: no kind of
    /// geometry has more positions than that.
    private static int positions(JsonTree value) {
        if (value.isObject()) {
            return value.members().stream().mapToInt(EventLimits::positions).sum();
        }
        if (!value.isArray()) {
            return 0;
        }
        int inside = 0;
        boolean leaf = true;
        for (JsonTree item : value.items()) {
            if (item.isArray() || item.isObject()) {
                leaf = false;
                inside += positions(item);
            }
        }
        return leaf ? 1 : inside;
    }
}
