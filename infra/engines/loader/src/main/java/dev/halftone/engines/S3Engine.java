package dev.halftone.engines;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** S3Proxy (Apache-2.0), which unlike its rivals checks presigned URLs. */
public final class S3Engine implements Engine {
    private static final EngineClasses CLASSES = new EngineClasses("s3");
    private static final String PACKAGE = "org.gaul.s3proxy.";

    private final Object server;
    private final URI endpoint;

    private S3Engine(Object server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /** Keeps its state in the folder, or in memory without one; port 0 takes any free port. */
    public static S3Engine start(@Nullable Path state, int port) {
        URI endpoint = Loopback.endpoint(Loopback.port(port));
        Object server = CLASSES.call(() -> startServer(state, endpoint));
        return new S3Engine(server, endpoint);
    }

    private static Object startServer(@Nullable Path state, URI endpoint)
            throws IOException, ReflectiveOperationException {
        Object builder = CLASSES.type(PACKAGE + "S3Proxy").getMethod("builder").invoke(null);
        Class<?> builderType = builder.getClass();
        Class<?> authentication = CLASSES.type(PACKAGE + "auth.AuthenticationType");
        builderType
                .getMethod("blobStore", CLASSES.type(PACKAGE + "blobstore.BlobStore"))
                .invoke(builder, store(state));
        builderType.getMethod("endpoint", URI.class).invoke(builder, endpoint);
        builderType
                .getMethod("awsAuthentication", authentication, String.class, String.class)
                .invoke(
                        builder,
                        authentication.getField("AWS_V2_OR_V4").get(null),
                        ACCESS_KEY_ID,
                        SECRET_ACCESS_KEY);
        // As the template has it, for this engine knows no rules of a bucket: any page may send.
        Class<?> sharing = CLASSES.type(PACKAGE + "CrossOriginResourceSharing");
        builderType
                .getMethod("corsRules", sharing)
                .invoke(
                        builder,
                        sharing.getConstructor(
                                        List.class,
                                        List.class,
                                        List.class,
                                        List.class,
                                        String.class)
                                .newInstance(
                                        List.of("*"),
                                        List.of("PUT"),
                                        List.of("content-type", "if-none-match"),
                                        List.of(),
                                        ""));
        Object server = builderType.getMethod("build").invoke(builder);
        server.getClass().getMethod("start").invoke(server);
        return server;
    }

    private static Object store(@Nullable Path state)
            throws IOException, ReflectiveOperationException {
        if (state == null) {
            return CLASSES.type(PACKAGE + "nio2blob.TransientNio2BlobStore")
                    .getConstructor()
                    .newInstance();
        }
        Files.createDirectories(state);
        return CLASSES.type(PACKAGE + "nio2blob.FilesystemNio2BlobStore")
                .getConstructor(String.class)
                .newInstance(state.toString());
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        CLASSES.call(() -> server.getClass().getMethod("stop").invoke(server));
    }
}
