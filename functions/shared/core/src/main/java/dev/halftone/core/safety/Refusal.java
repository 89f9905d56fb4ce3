package dev.halftone.core.safety;

import dev.halftone.core.account.UserId;

/**
 * That a request was refused for what it said, without what it said.
 *
 * @param request its derived id: the same key of the same person is the same request
 */
public record Refusal(UserId user, String request, Verdict verdict) {}
