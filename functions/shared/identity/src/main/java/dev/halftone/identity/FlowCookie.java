package dev.halftone.identity;

import java.time.Duration;

/** The cookie that ties a flow to the browser that started it. */
public record FlowCookie(String name, String value, Duration maxAge) {}
