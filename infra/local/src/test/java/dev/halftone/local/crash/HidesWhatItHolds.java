package dev.halftone.local.crash;

import dev.halftone.testing.crash.Fault;
import java.io.IOException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A planted error: stores well, and then knows of nothing. */
final class HidesWhatItHolds implements Service {

    private static final String NOT_THERE = "<Error><Code>NoSuchKey</Code></Error>";

    private final Service good;

    HidesWhatItHolds(Service good) {
        this.good = good;
    }

    @Override
    public String operation(SdkHttpRequest request) {
        return good.operation(request);
    }

    @Override
    public Reply answer(SdkHttpRequest request, byte[] body) throws IOException {
        return request.method() == SdkHttpMethod.GET
                ? Reply.of(404, "application/xml", NOT_THERE)
                : good.answer(request, body);
    }

    @Override
    public Reply refuse(Fault.Refusal refusal, SdkHttpRequest request, byte[] body) {
        return good.refuse(refusal, request, body);
    }
}
