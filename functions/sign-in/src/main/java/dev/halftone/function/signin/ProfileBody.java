package dev.halftone.function.signin;

import org.jspecify.annotations.Nullable;

/** What a person changes of their profile; what is left out stays. */
record ProfileBody(@Nullable String name, @Nullable String language) {}
