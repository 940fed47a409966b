package io.github.wis2chain.adapters.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoUsersTest {

    @Test
    void demo_users_have_their_names_as_passwords() {
        assertThat(DemoUsers.ALL)
                .hasSize(6)
                .allSatisfy(user ->
                        assertThat(user.password().verify(user.name().toCharArray())).isTrue());
    }
}
