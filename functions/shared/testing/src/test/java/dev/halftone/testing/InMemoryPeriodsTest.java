package dev.halftone.testing;

class InMemoryPeriodsTest extends PeriodsContract {

    private final PaymentPorts ports = new InMemoryStudio().paymentPorts();

    @Override
    protected PaymentPorts ports() {
        return ports;
    }
}
