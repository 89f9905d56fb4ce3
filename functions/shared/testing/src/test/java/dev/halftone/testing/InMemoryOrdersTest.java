package dev.halftone.testing;

class InMemoryOrdersTest extends OrdersContract {

    private final PaymentPorts ports = new InMemoryStudio().paymentPorts();

    @Override
    protected PaymentPorts ports() {
        return ports;
    }
}
