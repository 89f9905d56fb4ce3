package dev.halftone.local.crash;

import dev.halftone.testing.crash.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A planted error: says that the picture is stored, and stores it when all else is done. */
final class StoresAfterCharging implements Service {

    private final Service good;
    private final List<Runnable> later = new ArrayList<>();

    StoresAfterCharging(Service good) {
        this.good = good;
    }

    @Override
    public String operation(SdkHttpRequest request) {
        return good.operation(request);
    }

    @Override
    public Reply answer(SdkHttpRequest request, byte[] body) {
        later.add(() -> store(request, body));
        return new Reply(200, Map.of("ETag", List.of("\"tag\"")), new byte[0]);
    }

    private void store(SdkHttpRequest request, byte[] body) {
        try {
            good.answer(request, body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Reply refuse(Fault.Refusal refusal, SdkHttpRequest request, byte[] body) {
        return good.refuse(refusal, request, body);
    }

    @Override
    public void answered() {
        later.forEach(Runnable::run);
        later.clear();
    }
}
