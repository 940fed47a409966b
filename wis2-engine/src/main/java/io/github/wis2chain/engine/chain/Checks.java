package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;

/// The checks that a dataset's notifications must pass before they go out.
///
/// @param notification the rules of WNM and the topic hierarchy
/// @param links the data behind the link: status, length, digest; also with WARN a run tries again later
///     while there is no place for its download
/// @param unreachable what follows when the data server cannot be reached from here; WARN suits a node
///     whose public address leads nowhere from inside its own network
/// @param kpi what follows when the indicators score less than `kpiAtLeast`
/// @param kpiAtLeast in per cent, 0 to 100
public record Checks(
        CheckMode notification,
        CheckMode links,
        CheckMode unreachable,
        CheckMode kpi,
        int kpiAtLeast) {

    /// Rules and links must hold; indicators below 80 per cent are remarked on.
    public static final Checks DEFAULT =
            new Checks(CheckMode.BLOCK, CheckMode.BLOCK, CheckMode.BLOCK, CheckMode.WARN, 80);

    public Checks {
        if (kpiAtLeast < 0 || kpiAtLeast > 100) {
            throw new IllegalArgumentException(
                    "kpi threshold [%d] must be 0 to 100 per cent".formatted(kpiAtLeast));
        }
    }

    /// What follows from this failure to fetch or verify data. Where there was no place for a download
    /// the data were not looked at, and the run can look at them later: that is no finding to warn of.
    CheckMode after(Failure failure) {
        if (failure.code().equals(FailureCode.LINK_BUSY.code())) {
            return CheckMode.BLOCK;
        }
        boolean cannotReach = failure.code().equals(FailureCode.LINK_UNREACHABLE.code());
        return cannotReach && links == CheckMode.BLOCK ? unreachable : links;
    }
}
