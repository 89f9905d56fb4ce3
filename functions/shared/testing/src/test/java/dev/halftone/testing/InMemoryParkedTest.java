package dev.halftone.testing;

import dev.halftone.core.payment.Parked;

class InMemoryParkedTest extends ParkedContract {

    private final Parked parked = new InMemoryParked();

    @Override
    protected Parked parked() {
        return parked;
    }
}
