package dev.halftone.function.signin;

import dev.halftone.core.profile.SignInWay;
import dev.halftone.identity.ClientRegistration;
import dev.halftone.identity.CodeFlow;
import dev.halftone.identity.FlowSeal;
import dev.halftone.identity.OneTap;
import dev.halftone.identity.TokenExchange;
import dev.halftone.lambda.WayAddresses;
import java.util.HashMap;
import java.util.Map;

/** What verifies those who come by each way of the profile, by the way's id. */
record Doors(
        Map<String, CodeFlow> flows,
        Map<String, OneTap> oneTaps,
        Map<String, TokenExchange> exchanges) {

    Doors {
        flows = Map.copyOf(flows);
        oneTaps = Map.copyOf(oneTaps);
        exchanges = Map.copyOf(exchanges);
    }

    static Doors of(SignInConfig config, SignInPorts ports, PublicUrl publicUrl) {
        FlowSeal seal =
                new FlowSeal(
                        SignInApplication.signingKey(config, ports),
                        config.cookiePrefix(),
                        ports.entropy(),
                        ports.clock());
        Map<String, CodeFlow> flows = new HashMap<>();
        Map<String, OneTap> oneTaps = new HashMap<>();
        Map<String, TokenExchange> exchanges = new HashMap<>();
        for (SignInWay way : ports.profile().signIn().list()) {
            if (way.kind().redirects()) {
                flows.put(
                        way.id(), CodeFlow.of(way.kind(), client(way, config.ways(), ports), seal));
            } else {
                exchanges.put(
                        way.id(),
                        TokenExchange.of(
                                way,
                                config.ways().issuer(way),
                                () -> publicUrl.get().toString(),
                                ports.clock()));
            }
            if (way.oneTap()) {
                oneTaps.put(way.id(), new OneTap(client(way, config.ways(), ports), seal));
            }
        }
        return new Doors(flows, oneTaps, exchanges);
    }

    // Secrets are asked for per request: a snapshot taken now must hold none.
    private static ClientRegistration client(
            SignInWay way, WayAddresses addresses, SignInPorts ports) {
        return new ClientRegistration(
                way.id(),
                addresses.issuer(way),
                way.clientId(),
                () -> ports.secrets().value(addresses.secretParameter(way)));
    }

    void prime() {
        flows.values().forEach(CodeFlow::prime);
    }
}
