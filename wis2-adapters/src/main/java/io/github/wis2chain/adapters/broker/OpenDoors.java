package io.github.wis2chain.adapters.broker;

import com.hivemq.extension.sdk.api.client.parameter.ConnectionInformation;
import com.hivemq.extension.sdk.api.events.client.ClientLifecycleEventListener;
import com.hivemq.extension.sdk.api.events.client.parameters.AuthenticationSuccessfulInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionStartInput;
import com.hivemq.extension.sdk.api.events.client.parameters.DisconnectEventInput;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Tells every event door when its connection ends. The broker knows connections by their client
/// alone, which may have come back on a new one.
final class OpenDoors implements ClientLifecycleEventListener {

    /// The attribute of a connection that holds the number of its door.
    private static final String DOOR = "wis2-door";

    private final AtomicLong last = new AtomicLong();
    private final Map<String, EventDoor> byNumber = new ConcurrentHashMap<>();

    void open(EventDoor door, ConnectionInformation connection) {
        String number = Long.toString(last.incrementAndGet());
        byNumber.put(number, door);
        connection.getConnectionAttributeStore().putAsString(DOOR, number);
    }

    @Override
    public void onDisconnect(DisconnectEventInput ended) {
        ended.getConnectionInformation()
                .getConnectionAttributeStore()
                .getAsString(DOOR)
                .map(byNumber::remove)
                .ifPresent(EventDoor::end);
    }

    @Override
    public void onMqttConnectionStart(ConnectionStartInput begun) {
        // It has no door yet.
    }

    @Override
    public void onAuthenticationSuccessful(AuthenticationSuccessfulInput known) {
        // It has no door yet.
    }
}
