package dev.halftone.testing;

class InMemoryPaymentsTest extends PaymentsContract {

    private final PaymentPorts ports = new InMemoryStudio().paymentPorts();

    @Override
    protected PaymentPorts ports() {
        return ports;
    }
}
