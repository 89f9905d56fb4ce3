package dev.halftone.testing;

class InMemoryReversalsTest extends ReversalsContract {

    private final PaymentPorts ports = new InMemoryStudio().paymentPorts();

    @Override
    protected PaymentPorts ports() {
        return ports;
    }
}
