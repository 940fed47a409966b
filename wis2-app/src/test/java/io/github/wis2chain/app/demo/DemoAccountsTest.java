package io.github.wis2chain.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.people.Role;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class DemoAccountsTest {

    @Test
    void there_is_one_for_each_role_with_its_name_as_password() {
        assertThat(DemoAccounts.at(Instant.EPOCH))
                .hasSize(Role.values().length)
                .allSatisfy(account -> {
                    assertThat(account.name()).isEqualTo(account.role().word());
                    assertThat(account.password().verify(account.name().toCharArray())).isTrue();
                });
    }
}
