package dev.halftone.local;

import dev.halftone.core.SecretText;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that functions ask the parameter store for, found by their variables: secrets are
 * drawn once and kept, so that sessions and signatures outlive a restart.
 */
final class LocalParameters {
    private static final String SUFFIX = "_PARAMETER";
    private static final String PUBLIC_URL = "PUBLIC_URL" + SUFFIX;
    private static final String LEDGER_KEY = "LEDGER_KEY" + SUFFIX;
    private static final String VERTEX_KEY = "VERTEX_KEY" + SUFFIX;
    private static final int SECRET_BYTES = 32;

    private LocalParameters() {}

    static Map<String, String> of(
            List<FunctionDeclaration> functions,
            URI publicUrl,
            URI sandbox,
            LocalChoices choices,
            Path secretsFile)
            throws IOException {
        Properties secrets = read(secretsFile);
        SecureRandom random = new SecureRandom();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (FunctionDeclaration function : functions) {
            function.variables()
                    .forEach(
                            (variable, name) -> {
                                SecretText key = real(choices, variable);
                                if (variable.equals(PUBLIC_URL)) {
                                    parameters.put(name, publicUrl.toString());
                                } else if (key != null) {
                                    // Handed on, never written to the file.
                                    parameters.put(name, key.reveal());
                                } else if (variable.equals(VERTEX_KEY)) {
                                    secrets.computeIfAbsent(name, _ -> GoogleAccount.key());
                                    parameters.put(
                                            name,
                                            GoogleAccount.credential(
                                                    secrets.getProperty(name), sandbox));
                                } else if (variable.endsWith(SUFFIX)) {
                                    secrets.computeIfAbsent(
                                            name,
                                            _ ->
                                                    variable.equals(LEDGER_KEY)
                                                            ? keyPair()
                                                            : secret(random));
                                    parameters.put(name, secrets.getProperty(name));
                                }
                            });
        }
        write(secretsFile, secrets);
        return parameters;
    }

    private static @Nullable SecretText real(LocalChoices choices, String variable) {
        return variable.endsWith(SUFFIX)
                ? choices.keys().get(variable.substring(0, variable.length() - SUFFIX.length()))
                : null;
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** As {@code openssl genpkey} and {@code openssl pkey -pubout} write it. */
    private static String keyPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    private static String pem(String label, Key key) {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
    }

    private static Properties read(Path file) throws IOException {
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                secrets.load(reader);
            }
        }
        return secrets;
    }

    private static void write(Path file, Properties secrets) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            secrets.store(writer, null);
        }
    }
}
