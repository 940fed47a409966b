package io.github.wis2chain.adapters.broker;

import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.client.parameter.ConnectionInformation;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.services.builder.Builders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/// Lets known users in, with their rights and no other.
final class Gatekeeper implements SimpleAuthenticator {

    private static final Logger log = LoggerFactory.getLogger(Gatekeeper.class);

    /// The attribute of a connection that holds the name of its user.
    private static final String USER = "wis2-user";

    private static final Duration LONGEST_CHECK = Duration.ofSeconds(30);

    private final Credentials credentials;

    Gatekeeper(Credentials credentials) {
        this.credentials = credentials;
    }

    /// The user of a connection that was let in.
    Optional<BrokerUser> userOf(ConnectionInformation connection) {
        return connection
                .getConnectionAttributeStore()
                .getAsString(USER)
                .flatMap(credentials::user);
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        ConnectPacket packet = input.getConnectPacket();
        String name = packet.getUserName().orElse("");
        byte[] password = packet.getPassword().map(Gatekeeper::bytes).orElseGet(() -> new byte[0]);
        Optional<BrokerUser> known = credentials.remembered(name, password);
        if (known.isPresent()) {
            admit(known.get(), input, output);
            return;
        }
        var later =
                output.async(LONGEST_CHECK, TimeoutFallback.FAILURE, ConnackReasonCode.SERVER_BUSY);
        try {
            var _ =
                    credentials
                            .check(name, password)
                            .whenComplete((user, failure) -> {
                                if (failure != null) {
                                    log.error("A password check failed.", failure);
                                    output.failAuthentication(ConnackReasonCode.UNSPECIFIED_ERROR);
                                } else if (user.isPresent()) {
                                    admit(user.get(), input, output);
                                } else {
                                    refuse(name, input, output);
                                }
                                later.resume();
                            });
        } catch (RejectedExecutionException tooMany) {
            log.warn(
                    "A connection of user {} was refused, because too many password checks wait."
                            + " Someone may be guessing passwords.",
                    name);
            output.failAuthentication(ConnackReasonCode.SERVER_BUSY);
            later.resume();
        }
    }

    private static void admit(BrokerUser user, SimpleAuthInput input, SimpleAuthOutput output) {
        var permissions = output.getDefaultPermissions();
        permissions.clear();
        user.rights().stream().map(Gatekeeper::permission).forEach(permissions::add);
        permissions.setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
        input.getConnectionInformation()
                .getConnectionAttributeStore()
                .putAsString(USER, user.name());
        output.authenticateSuccessfully();
    }

    private static void refuse(String name, SimpleAuthInput input, SimpleAuthOutput output) {
        log.info(
                "Client {} was refused: unknown user or wrong password, user [{}], address {}.",
                input.getClientInformation().getClientId(),
                name,
                input.getConnectionInformation()
                        .getInetAddress()
                        .map(Object::toString)
                        .orElse("unknown"));
        output.failAuthentication(ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD);
    }

    private static TopicPermission permission(TopicRight right) {
        MqttActivity activity =
                switch (right.access()) {
                    case READ -> MqttActivity.SUBSCRIBE;
                    case WRITE -> MqttActivity.PUBLISH;
                    case READ_WRITE -> MqttActivity.ALL;
                };
        return Builders.topicPermission()
                .topicFilter(right.filter().value())
                .type(TopicPermission.PermissionType.ALLOW)
                .activity(activity)
                .build();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
