package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/// Says in words of the operator why a connection is not there.
final class Causes {

    private Causes() {}

    /// What was thrown, without the wrappers of futures.
    static Throwable root(Throwable failure) {
        Throwable root = failure;
        while ((root instanceof CompletionException || root instanceof ExecutionException)
                && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /// The beginning of a sentence, without a full stop: `the broker refused the connection: NOT_AUTHORIZED`.
    static String describe(Throwable failure) {
        Throwable cause = root(failure);
        return switch (cause) {
            case Mqtt5ConnAckException refused -> {
                var answer = refused.getMqttMessage();
                String words = answer.getReasonString().map(text -> ", " + text).orElse("");
                yield "the broker refused the connection: " + answer.getReasonCode() + words;
            }
            case Mqtt3ConnAckException refused ->
                    "the broker refused the connection: "
                            + refused.getMqttMessage().getReturnCode();
            case Mqtt5DisconnectException ended -> {
                var message = ended.getMqttMessage();
                String words = message.getReasonString().map(text -> ", " + text).orElse("");
                yield switch (message.getReasonCode()) {
                    case SESSION_TAKEN_OVER ->
                            "another client connected with the same client id, and each needs one"
                                    + " of its own";
                    default -> "the connection was ended: " + message.getReasonCode() + words;
                };
            }
            // Thrown when the other side ends a connection that was made.
            case ConnectionClosedException _ ->
                    "the broker closed the connection and gave no reason; it ended, or another"
                            + " client connected with the same client id";
            default -> transport(cause);
        };
    }

    /// Whether the broker ended a connection because another client has the same identifier (MQTT 5,
    /// 3.1.4). Mosquitto 2.0 does not say so, and with MQTT 3.1.1 no broker can.
    static boolean isTakeOver(Throwable failure) {
        return root(failure) instanceof Mqtt5DisconnectException ended
                && ended.getMqttMessage().getReasonCode()
                        == Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER;
    }

    private static String transport(Throwable outermost) {
        for (Throwable cause = outermost; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SSLException tls -> {
                    return "TLS failed: " + untrusted(tls).orElse(text(tls));
                }
                case UnknownHostException unknown -> {
                    return "the host name is unknown: " + text(unknown);
                }
                case ConnectException refused -> {
                    return "the host cannot be reached: " + text(refused);
                }
                case TimeoutException _ -> {
                    return "there was no answer in time";
                }
                case IOException broken -> {
                    return "the connection broke: " + text(broken);
                }
                default -> {}
            }
        }
        return text(outermost);
    }

    private static Optional<String> untrusted(SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException) {
                return Optional.of(
                        "the broker's certificate leads to no authority that is trusted here; name"
                                + " the file with its authority's certificate");
            }
        }
        return Optional.empty();
    }

    private static String text(Throwable cause) {
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            return cause.getClass().getSimpleName();
        }
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
