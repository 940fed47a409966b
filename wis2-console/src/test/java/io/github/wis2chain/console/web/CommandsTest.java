package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class CommandsTest {

    @Test
    void every_act_on_a_run_has_a_command_of_each_kind() {
        Commands commands =
                Commands.of("0SB946BT82M01", List.of("retry", "edit", "discard", "note"));

        assertThat(commands.wis2())
                .containsExactly(
                        "wis2 run show 0SB946BT82M01",
                        "wis2 run retry 0SB946BT82M01",
                        "wis2 run edit 0SB946BT82M01",
                        "wis2 run discard 0SB946BT82M01 --reason why",
                        "wis2 run note 0SB946BT82M01 text");
        assertThat(commands.curl()).hasSameSizeAs(commands.wis2());
        assertThat(commands.curl().get(1))
                .endsWith("-X POST \"$WIS2_URL\"/api/v1/runs/0SB946BT82M01/retry");
        assertThat(commands.curl().get(2)).endsWith("/0SB946BT82M01/'edit?check=true'");
        assertThat(commands.curl().get(3)).endsWith("-d '{\"reason\":\"why\"}'");
    }

    @Test
    void what_senders_wrote_is_text_to_the_shell() {
        Map<String, String> filter = new LinkedHashMap<>();
        filter.put("q", "it's; rm -rf $HOME");
        filter.put("dataset", "-");

        Commands commands = Commands.of(filter);

        assertThat(commands.wis2().getFirst())
                .isEqualTo("wis2 run retry --search 'it'\\''s; rm -rf $HOME' --dataset -");
        assertThat(commands.curl().getFirst())
                .endsWith(
                        "-d '{\"action\":\"retry\",\"filter\":{\"q\":\"it'\\''s; rm -rf"
                                + " $HOME\",\"dataset\":\"-\"},\"limit\":10000}'");
        assertThat(commands.remark()).contains("at most 10,000 runs", "as before");
    }

    @Test
    void what_is_paused_is_resumed_and_what_is_not_is_paused() {
        Map<String, Boolean> held = new LinkedHashMap<>();
        held.put("argo-bufr", false);
        held.put("a b", true);

        Commands commands = Commands.ofHolds("dataset", held);

        assertThat(commands.wis2())
                .containsExactly(
                        "wis2 dataset pause argo-bufr --reason why", "wis2 dataset resume 'a b'");
        assertThat(commands.curl().getFirst())
                .endsWith(
                        "/api/v1/datasets/argo-bufr/pause -H 'Content-Type: application/json' -d"
                                + " '{\"reason\":\"why\"}'");
        assertThat(commands.curl().getLast())
                .endsWith("-X POST \"$WIS2_URL\"/api/v1/datasets/'a%20b'/resume");
    }

    @Test
    void runs_that_are_selected_are_named() {
        assertThat(Commands.ofNamed().wis2().getFirst()).isEqualTo("wis2 run retry RUN RUN");
        assertThat(Commands.ofNamed().curl().getFirst())
                .endsWith("-d '{\"action\":\"retry\",\"runs\":[\"RUN\",\"RUN\"]}'");
    }
}
