package io.github.wis2chain.standards.wcmp2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class CodeListsTest {

    private final CodeLists lists = CodeLists.standard();

    @Test
    void the_lists_say_whose_state_they_have() {
        assertThat(lists.version()).isEqualTo("2.3.0");
        assertThat(lists.date()).isEqualTo(LocalDate.of(2026, 8, 17));
    }

    @Test
    void the_lists_have_the_published_sizes() {
        assertThat(lists.resourceTypes()).containsExactly("dataset", "service", "process");
        assertThat(lists.contactRoles()).hasSize(5).contains("publisher");
        assertThat(lists.linkRelations()).hasSize(134 + 6).contains("dpp", "stations", "hub");
        assertThat(lists.globalServiceTypes()).hasSize(5);
        assertThat(lists.webImageTypes()).hasSize(7);
    }

    @Test
    void the_table_of_an_older_python_knows_fewer_media_types() {
        assertThat(lists.mediaTypes()).contains("image/webp", "application/grib");
        assertThat(lists.referenceMediaTypes())
                .contains("application/grib")
                .doesNotContain("image/webp");
    }
}
