package dev.halftone.sandbox;

import dev.halftone.sandbox.creem.CreemDesk;
import dev.halftone.sandbox.fal.FalAccount;
import dev.halftone.sandbox.fal.FalQueue;
import dev.halftone.sandbox.fal.FalRequestView;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.http.Server;
import dev.halftone.sandbox.mail.Delivered;
import dev.halftone.sandbox.mail.Inbox;
import dev.halftone.sandbox.mail.InboxPage;
import dev.halftone.sandbox.mail.SesApi;
import dev.halftone.sandbox.oidc.Client;
import dev.halftone.sandbox.oidc.GitHub;
import dev.halftone.sandbox.oidc.IdTokens;
import dev.halftone.sandbox.oidc.OidcProvider;
import dev.halftone.sandbox.oidc.PageTokens;
import dev.halftone.sandbox.ssm.ParameterStore;
import dev.halftone.sandbox.stripe.Desk;
import dev.halftone.sandbox.work.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The outside world on one loopback port. */
public final class Sandbox implements AutoCloseable {

    /** The client that is registered with every identity provider. */
    public static final String CLIENT_ID = "halftone-local";

    private final Server server;
    private final FalQueue fal;
    private final Providers providers;
    private final PictureSite pictures;
    private final Inbox inbox;
    private final Processors processors;
    private final URI baseUrl;

    private Sandbox(
            Server server,
            FalQueue fal,
            Providers providers,
            PictureSite pictures,
            Inbox inbox,
            Processors processors,
            URI baseUrl) {
        this.server = server;
        this.fal = fal;
        this.providers = providers;
        this.pictures = pictures;
        this.inbox = inbox;
        this.processors = processors;
        this.baseUrl = baseUrl;
    }

    public static Sandbox start(SandboxConfig config) {
        // Painting needs no display; without this a desktop JVM may look for one.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        try {
            Server server = new Server(config.address());
            URI base = withPort(config.publicUrl(), server.port());
            FalQueue fal =
                    new FalQueue(
                            URI.create(base + "/fal"),
                            new FalAccount(
                                    config.parameter("providers/fal"),
                                    config.parameter("fal-user-id")),
                            config.state().resolve("fal"),
                            config.clock(),
                            config.pace());
            Providers providers = new Providers(config, base);
            PictureSite pictures = new PictureSite();
            Inbox inbox = new Inbox();
            Map<String, Handler> handlers = new HashMap<>(providers.handlers());
            handlers.put("", new IndexPage());
            handlers.put("pictures", pictures);
            handlers.put("ses", new SesApi(inbox, config.clock()));
            handlers.put("mail", new InboxPage(inbox));
            handlers.putAll(signIn(config, base));
            handlers.put("fal", fal);
            Processors processors = new Processors(config, base);
            handlers.putAll(processors.handlers());
            handlers.put("ssm", new ParameterStore(config.parameters(), config.clock().instant()));
            server.start(handlers);
            return new Sandbox(server, fal, providers, pictures, inbox, processors, base);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public URI baseUrl() {
        return baseUrl;
    }

    /** What was asked of fal.ai, oldest first. */
    public List<FalRequestView> requests() {
        return fal.requests();
    }

    /** What another provider has taken, by its path here; newest first. */
    public List<Work> works(String provider) {
        return providers.works(provider);
    }

    /** The paths that were asked of somebody's site with pictures, oldest first. */
    public List<String> picturesAsked() {
        return pictures.asked();
    }

    /** What was mailed, newest first. */
    public List<Delivered> letters() {
        return inbox.letters();
    }

    /** What payers, sellers and banks do; there if the processor's key is known. */
    public Desk stripe() {
        return processors.stripe().desk();
    }

    /** The same at Creem. */
    public CreemDesk creem() {
        return processors.creem().desk();
    }

    @Override
    public void close() {
        server.close();
        fal.close();
        providers.close();
        processors.close();
    }

    /** One for each way to sign in that has a secret, under its id. */
    private static Map<String, Handler> signIn(SandboxConfig config, URI base) {
        Map<String, Handler> ways = new HashMap<>();
        config.below("sign-in")
                .forEach(
                        (id, secret) -> {
                            URI issuer = URI.create(base + "/" + id);
                            ways.put(id, way(id, issuer, new Client(CLIENT_ID, secret), config));
                        });
        return ways;
    }

    private static Handler way(String id, URI issuer, Client client, SandboxConfig config) {
        Set<URI> pages = config.allowedRedirectPrefixes();
        Path folder = config.state().resolve(id);
        return switch (id) {
            case "github" -> new GitHub(issuer, client, pages, config.clock());
            case "clerk" -> page(PageTokens.Dialect.CLERK, issuer, folder, config);
            case "firebase" -> page(PageTokens.Dialect.FIREBASE, issuer, folder, config);
            default -> new OidcProvider(issuer, client, pages, folder, config.clock());
        };
    }

    private static PageTokens page(
            PageTokens.Dialect dialect, URI issuer, Path folder, SandboxConfig config) {
        return new PageTokens(
                dialect,
                issuer,
                CLIENT_ID,
                config.allowedRedirectPrefixes(),
                new IdTokens(issuer.toString(), folder),
                config.clock());
    }

    private static URI withPort(URI url, int port) {
        int chosen = url.getPort() == 0 ? port : url.getPort();
        String authority = chosen < 0 ? url.getHost() : url.getHost() + ":" + chosen;
        return URI.create(url.getScheme() + "://" + authority);
    }
}
