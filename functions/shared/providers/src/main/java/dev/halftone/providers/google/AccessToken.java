package dev.halftone.providers.google;

import dev.halftone.core.SecretText;
import java.time.Instant;

/**
 * What Google lets us in with.
 *
 * @param project who pays
 */
record AccessToken(SecretText value, String project, Instant expiresAt) {}
