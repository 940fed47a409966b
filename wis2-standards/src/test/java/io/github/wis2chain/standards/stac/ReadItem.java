package io.github.wis2chain.standards.stac;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;

/// What reading an item gave.
final class ReadItem {

    private ReadItem() {}

    /// The item, which has nothing wrong with it.
    static StacItem accepted(ItemFixture item) {
        ItemRead read = StacItemReader.read(item.asJson());
        assertThat(read.report().findings()).isEmpty();
        return read.item().orElseThrow();
    }

    /// The one finding, which refuses the item.
    static Finding onlyFault(ItemFixture item, String requirement) {
        ItemRead read = StacItemReader.read(item.asJson());
        assertThat(read.item()).isEmpty();
        return only(read, requirement);
    }

    /// The one finding, which the item is read in spite of.
    static Finding warned(ItemFixture item, String requirement) {
        ItemRead read = StacItemReader.read(item.asJson());
        assertThat(read.item()).isPresent();
        assertThat(read.report().verdict()).isEqualTo(Verdict.WARNING);
        return only(read, requirement);
    }

    private static Finding only(ItemRead read, String requirement) {
        assertThat(read.report().findings()).hasSize(1);
        Finding finding = read.report().findings().getFirst();
        assertThat(finding.requirement().id()).isEqualTo("/stac/" + requirement);
        return finding;
    }
}
