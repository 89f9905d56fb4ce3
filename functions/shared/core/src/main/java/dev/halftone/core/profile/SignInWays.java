package dev.halftone.core.profile;

import java.util.List;
import java.util.Optional;

/** The ways to sign in, in the order in which they are offered. */
public record SignInWays(List<SignInWay> list) {

    public SignInWays {
        list = List.copyOf(list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("has no way to sign in");
        }
        if (list.stream().map(SignInWay::id).distinct().count() < list.size()) {
            throw new IllegalArgumentException("has two ways to sign in of one id");
        }
        // Two sets of rules over one set of subjects: the weaker one would let anybody in.
        if (list.stream().map(SignInWay::issuer).distinct().count() < list.size()) {
            throw new IllegalArgumentException("has two ways to sign in of one issuer");
        }
    }

    public Optional<SignInWay> find(String id) {
        return list.stream().filter(way -> way.id().equals(id)).findFirst();
    }

    /** What people know a way as; its id, if the operator offers it no longer. */
    public String title(String id) {
        return find(id).map(SignInWay::title).orElse(id);
    }
}
