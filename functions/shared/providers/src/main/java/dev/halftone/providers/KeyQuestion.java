package dev.halftone.providers;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.circuit.KeyCheck;
import java.net.http.HttpRequest;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A question that only our key gets an answer to: what is ours there, or what there is. */
public final class KeyQuestion implements KeyCheck {

    private final ProviderHttp http;
    private final Supplier<HttpRequest> request;
    private final Function<ProviderAnswer, Outcome> reading;

    /**
     * Asks nothing yet.
     *
     * @param request how to put it, with our key
     * @param reading what an answer means
     */
    public KeyQuestion(
            ProviderHttp http,
            Supplier<HttpRequest> request,
            Function<ProviderAnswer, Outcome> reading) {
        this.http = http;
        this.request = request;
        this.reading = reading;
    }

    /**
     * One put as orders are, with the key after a scheme.
     *
     * @param path below the provider's base
     */
    public static KeyCheck get(
            String provider,
            String scheme,
            ProviderSetting setting,
            String path,
            Function<ProviderAnswer, Outcome> reading) {
        ProviderBase base = new ProviderBase(provider, setting.baseUrl(), setting.us().publicUrl());
        ProviderHttp http =
                new ProviderHttp(provider, scheme, setting.key(), ProviderTimeouts.USUAL);
        return new KeyQuestion(http, () -> http.request(base.resolve(path)).GET().build(), reading);
    }

    @Override
    public Outcome check() {
        HttpRequest ready;
        try {
            ready = request.get();
        } catch (DependencyFailure e) {
            return notShown(e);
        }
        return switch (http.ask(ready)) {
            case ProviderReply.NotSent not -> new Outcome.Unknown(not.detail());
            case ProviderReply.Lost lost -> new Outcome.Unknown(lost.detail());
            case ProviderReply.Answered answered -> reading.apply(answered.answer());
        };
    }

    /** What it means that there was no key to show. */
    public static Outcome notShown(DependencyFailure why) {
        return switch (why) {
            case PermanentFailure permanent -> new Outcome.Refused(permanent.getMessage());
            case TransientFailure passing ->
                    new Outcome.Unknown("not asked, for want of " + passing.dependency());
        };
    }

    /**
     * Reads an answer that brings an object to whoever shows a key.
     *
     * @param refusals the codes that say that the key is not accepted, and say nothing else
     */
    public static Function<ProviderAnswer, Outcome> reading(Set<Integer> refusals) {
        return answer -> {
            if (refusals.contains(answer.code())) {
                return refused(answer);
            }
            return answer.isSuccess() && answer.body().isObject()
                    ? new Outcome.Accepted()
                    : odd(answer);
        };
    }

    public static Outcome refused(ProviderAnswer answer) {
        return new Outcome.Refused("our key is not accepted: answered " + answer.code());
    }

    /** What says nothing about a key. */
    public static Outcome odd(ProviderAnswer answer) {
        return new Outcome.Unknown("answered " + answer.code());
    }
}
