package dev.halftone.local;

import dev.halftone.core.SecretText;
import dev.halftone.core.profile.SignInWay;
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
import java.util.Set;

/**
 * The parameters that functions ask the parameter store for, found by their variables: secrets are
 * drawn once and kept, so that sessions and signatures outlive a restart.
 */
final class LocalParameters {
    private static final String SUFFIX = "_PARAMETER";
    private static final String PUBLIC_URL = "PUBLIC_URL" + SUFFIX;
    private static final String LEDGER_KEY = "LEDGER_KEY" + SUFFIX;
    private static final String SIGN_IN_PARAMETERS = "SIGN_IN_PARAMETERS";
    private static final String PROVIDER_PARAMETERS = "PROVIDER_PARAMETERS";
    private static final String PAYMENT_PARAMETERS = "PAYMENT_PARAMETERS";
    // Both are shown a token, which each gives for the credential of the same kind.
    private static final Set<String> GOOGLE_CLOUD = Set.of("vertex", "vertex-veo");
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
                                if (variable.equals(PUBLIC_URL)) {
                                    parameters.put(name, publicUrl.toString());
                                } else if (variable.endsWith(SUFFIX)) {
                                    parameters.put(name, own(secrets, random, variable, name));
                                } else if (variable.equals(SIGN_IN_PARAMETERS)) {
                                    for (SignInWay way : SignInIssuers.of(choices)) {
                                        String secret = name + way.id();
                                        parameters.put(
                                                secret, own(secrets, random, variable, secret));
                                    }
                                } else if (variable.equals(PROVIDER_PARAMETERS)) {
                                    parameters.putAll(
                                            providerKeys(name, choices, sandbox, secrets, random));
                                } else if (variable.equals(PAYMENT_PARAMETERS)) {
                                    parameters.putAll(payments(name, choices, secrets, random));
                                }
                            });
        }
        write(secretsFile, secrets);
        return parameters;
    }

    private static String own(
            Properties secrets, SecureRandom random, String variable, String name) {
        secrets.computeIfAbsent(
                name, _ -> variable.equals(LEDGER_KEY) ? keyPair() : secret(random));
        return secrets.getProperty(name);
    }

    /** A real key is handed on, and never written to the file. */
    private static Map<String, String> providerKeys(
            String prefix,
            LocalChoices choices,
            URI sandbox,
            Properties secrets,
            SecureRandom random) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String provider : ModelProviders.names()) {
            String name = prefix + provider;
            SecretText real = choices.keys().get(provider);
            if (real != null) {
                keys.put(name, real.reveal());
            } else if (GOOGLE_CLOUD.contains(provider)) {
                secrets.computeIfAbsent(name, _ -> GoogleAccount.key());
                keys.put(
                        name,
                        GoogleAccount.credential(
                                secrets.getProperty(name), URI.create(sandbox + "/" + provider)));
            } else {
                secrets.computeIfAbsent(name, _ -> secret(random));
                keys.put(name, secrets.getProperty(name));
            }
        }
        return keys;
    }

    /** Of each payment processor the key that we show it, and the secret that it signs with. */
    private static Map<String, String> payments(
            String prefix, LocalChoices choices, Properties secrets, SecureRandom random) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String processor : PaymentProcessors.of(choices)) {
            for (String name : List.of(prefix + processor, prefix + processor + "-webhook")) {
                secrets.computeIfAbsent(name, _ -> secret(random));
                keys.put(name, secrets.getProperty(name));
            }
        }
        return keys;
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
