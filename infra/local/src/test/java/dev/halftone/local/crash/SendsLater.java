package dev.halftone.local.crash;

import dev.halftone.testing.crash.Fault;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A planted error: says that a message is sent and leaves the sending to a thread that never gets
 * its turn, since an environment stands still as soon as it has answered.
 */
final class SendsLater implements Service {

    private final Service good;

    SendsLater(Service good) {
        this.good = good;
    }

    @Override
    public String operation(SdkHttpRequest request) {
        return good.operation(request);
    }

    @Override
    public Reply answer(SdkHttpRequest request, byte[] body) {
        return QueueService.sent("message-later", QueueService.text(body));
    }

    @Override
    public Reply refuse(Fault.Refusal refusal, SdkHttpRequest request, byte[] body) {
        return good.refuse(refusal, request, body);
    }
}
