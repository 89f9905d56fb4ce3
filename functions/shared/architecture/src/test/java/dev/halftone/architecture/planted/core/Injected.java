package dev.halftone.architecture.planted.core;

import org.springframework.beans.factory.annotation.Autowired;

final class Injected {
    @Autowired private CoreThatParses parser = new CoreThatParses();

    CoreThatParses parser() {
        return parser;
    }
}
