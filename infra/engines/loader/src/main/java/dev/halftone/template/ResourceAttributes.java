package dev.halftone.template;

import org.jspecify.annotations.Nullable;

/** What a resource answers on this machine. */
@FunctionalInterface
interface ResourceAttributes {
    /** The name under which {@code Ref} asks. */
    String REF = "Ref";

    /** Null for what nothing on this machine stands for; the resolver is the resource's own. */
    @Nullable String attribute(Resource resource, String attribute, Resolver resolver);
}
