package dev.halftone.function.providerwebhook;

import dev.halftone.core.generation.WorkItem;
import dev.halftone.providers.dreammachine.DreamMachineCallbacks;
import dev.halftone.providers.fal.FalWebhookVerifier;
import dev.halftone.providers.hedra.HedraWebhookVerifier;

/** How each provider's callbacks are known. */
final class Judges {
    private Judges() {}

    /** Signed, and for our user: its id is worth keeping, for a submission may have been lost. */
    static Verdict.Judge fal(FalWebhookVerifier verifier) {
        return (generation, request) ->
                switch (verifier.verify(request.headers(), request.body().bytes())) {
                    case FalWebhookVerifier.VerifyOutcome.Genuine genuine ->
                            new Verdict.Wake(
                                    WorkItem.callback(generation, "fal", genuine.requestId()));
                    case FalWebhookVerifier.VerifyOutcome.Refused refused ->
                            new Verdict.Refuse(refused.why());
                };
    }

    /** Signed, but for any customer's job: a hint. */
    static Verdict.Judge hedra(HedraWebhookVerifier verifier) {
        return (generation, request) ->
                switch (verifier.verify(request.headers(), request.body().bytes())) {
                    case HedraWebhookVerifier.VerifyOutcome.Genuine _ ->
                            new Verdict.Wake(WorkItem.hint(generation));
                    case HedraWebhookVerifier.VerifyOutcome.Refused refused ->
                            new Verdict.Refuse(refused.why());
                };
    }

    /** Signed by nobody, at an address that nobody else knows: a hint. */
    static Verdict.Judge dreamMachine(DreamMachineCallbacks callbacks) {
        return (generation, request) ->
                switch (callbacks.judge(
                        generation, request.pathParameter("token"), request.body().bytes())) {
                    case DreamMachineCallbacks.HintOutcome.Ended _ ->
                            new Verdict.Wake(WorkItem.hint(generation));
                    case DreamMachineCallbacks.HintOutcome.OnItsWay _ -> new Verdict.Ignore();
                    case DreamMachineCallbacks.HintOutcome.Refused _ ->
                            new Verdict.Refuse("the address is not one of ours");
                };
    }
}
