package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.console.api.Form;
import io.github.wis2chain.console.api.TestNode;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/// The tools for documents, links and topics.
final class ToolsPageTest extends BrowserTest {

    @Test
    void tools_judge_without_script() {
        HttpResponse<String> judged =
                form("/tools/document", "kind=notification&text=" + Text.url("{\"id\":1}"));
        assertThat(judged.body()).contains("It does not conform").contains("/id");

        assertThat(form("/tools/link", "url=http%3A%2F%2F127.0.0.1%2Fx").body())
                .contains("LINK_STATUS");
        assertThat(get("/tools?topic=sea-ice").body()).contains("ocean/").contains("sea-ice");
        assertThat(get("/tools?topic=origin%2Fa%2Fwis2%2Fnowhere").body())
                .contains("It does not conform");
    }

    @Test
    void an_event_is_judged_as_of_a_source_that_can_be_one() {
        assertThat(form("/tools/document", "kind=event&source=argo-files&text=bad").body())
                .contains("The event has no id from argo-files");
        assertThat(form("/tools/document", "kind=event&source=&text=bad").body())
                .contains("The event has no id from http");

        HttpResponse<String> wrong = form("/tools/document", "kind=event&source=Bad+Name&text=bad");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("BAD_PARAMETER", "Parameter source");
    }

    @Test
    void tools_take_what_an_event_may_have_and_no_more() {
        String event = "%7B".repeat(TestNode.LIMITS.eventBytes());
        assertThat(form("/tools/document", "kind=notification&text=" + event).statusCode())
                .isEqualTo(200);
        assertThat(form("/tools/document", "text=" + event + "x".repeat(Form.SMALL)).statusCode())
                .isEqualTo(413);
        assertThat(form("/tools/link", "url=" + "x".repeat(Form.SMALL)).statusCode())
                .isEqualTo(413);
        HttpResponse<String> multipart =
                send(
                        HttpRequest.newBuilder(at("/tools/document"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString("--b--")));
        assertThat(multipart.statusCode()).isEqualTo(415);
    }

    @Test
    void a_script_is_told_why_it_is_refused_and_a_form_is_shown_it() {
        String large = "url=" + "x".repeat(Form.SMALL);

        assertThat(form("/tools/link", large).headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        HttpResponse<String> page =
                send(
                        HttpRequest.newBuilder(at("/tools/link"))
                                .header("Accept", "text/html")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(large)));
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("</html>");
    }

    @Test
    void a_link_to_a_server_that_is_busy_with_others_is_told_as_not_looked_at() {
        assertThat(form("/tools/link", "url=https%3A%2F%2Fbusy.example.org%2Fx").body())
                .contains("verdict some")
                .contains("busy with others: 16 downloads are under way.");
    }
}
