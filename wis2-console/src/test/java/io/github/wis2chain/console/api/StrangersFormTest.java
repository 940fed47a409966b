package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/// What is read of a form before it is known who sends it.
final class StrangersFormTest extends ApiTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    /// Takes events that are larger than any form of people.
    @Override
    ApiSettings settings() {
        return new ApiSettings("127.0.0.1", 0, Optional.empty(), 1 << 20);
    }

    @Test
    void whoever_is_not_known_cannot_fill_the_memory_with_a_form() {
        String form = "name=jane&password=" + "x".repeat(Form.SMALL);

        refused(stranger("/sign-in", FORM, form), 413, "BODY_TOO_LARGE");
        assertThat(stranger("/sign-in", FORM + "; charset=UTF-8", "name=jane&password=x"))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=b", "text/plain", FORM + "x"})
    void a_form_of_another_kind_is_refused_and_kept_nowhere(String type) {
        String form =
                "--b\r\nContent-Disposition: form-data; name=\"name\"; filename=\"f\"\r\n\r\n%s\r\n--b--\r\n"
                        .formatted("x".repeat(100_000));

        refused(stranger("/sign-in", type, form), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_form_that_is_encoded_wrongly_is_the_callers_mistake() {
        refused(stranger("/sign-in", FORM, "name=%zz&password=x"), 400, "BAD_REQUEST");
    }

    private HttpResponse<String> stranger(String path, String type, String body) {
        return sendAs(
                Optional.empty(),
                path,
                request ->
                        request.header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }
}
