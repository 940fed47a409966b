package io.github.wis2chain.adapters.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.client.parameter.Listener;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.admin.AdminService;
import com.hivemq.extension.sdk.api.services.publish.PublishService;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/// Our part inside the broker: registers the gatekeeper and the event doors, and brings out the
/// services that the other types of this package use.
final class BrokerExtension implements ExtensionMain {

    private final Credentials credentials;
    private final List<EventInlet> inlets;
    private final InstantSource clock;
    private final Duration patience;

    /// Kept from the start, because the broker's own access to them is static: a second broker in
    /// the process would take the first one's place.
    private volatile @Nullable Inside inside;

    /// What the running broker offers.
    record Inside(AdminService admin, PublishService publishing) {}

    BrokerExtension(
            Credentials credentials,
            List<EventInlet> inlets,
            InstantSource clock,
            Duration patience) {
        this.credentials = credentials;
        this.inlets = List.copyOf(inlets);
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        var gatekeeper = new Gatekeeper(credentials);
        var doors = new OpenDoors();
        var keeper = new Doorkeeper(Services.clientService(), clock, patience);
        Services.securityRegistry().setAuthenticatorProvider(connection -> gatekeeper);
        Services.initializerRegistry()
                .setClientInitializer((connection, context) ->
                        gatekeeper
                                .userOf(connection.getConnectionInformation())
                                .filter(user -> !inlets.isEmpty() && user.writesAnything())
                                .ifPresent(user -> {
                                    var door =
                                            new EventDoor(
                                                    user,
                                                    connection.getClientInformation().getClientId(),
                                                    inlets,
                                                    keeper);
                                    doors.open(door, connection.getConnectionInformation());
                                    door.install(context);
                                }));
        Services.eventRegistry().setClientLifecycleEventListener(_ -> doors);
        inside = new Inside(Services.adminService(), Services.publishService());
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        // Nothing of ours runs inside the broker on its own.
    }

    /// @throws BrokerStartFailure if the broker started without calling this extension
    Inside inside() {
        Inside running = inside;
        if (running == null) {
            throw new BrokerStartFailure(
                    "The embedded broker started without its users and event inlets; see the log.");
        }
        return running;
    }

    Collection<Listener> listeners() {
        return inside().admin().getServerInformation().getListener();
    }
}
