package dev.halftone.sandbox.mail;

import java.time.Instant;

/** One letter as it was handed over. */
public record Delivered(
        String id, String from, String to, String subject, String text, String html, Instant at) {}
