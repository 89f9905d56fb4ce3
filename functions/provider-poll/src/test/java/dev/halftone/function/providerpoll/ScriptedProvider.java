package dev.halftone.function.providerpoll;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.ErasureOutcome;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome.Taken;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.core.generation.Retention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A provider that does what a test says, and remembers what it was asked. */
final class ScriptedProvider {
    static final String REQUEST_ID = "0c1e7d1a-0000-4000-8000-000000000001";
    static final Duration EXPIRY = Duration.ofHours(1);
    static final URI RESULT = URI.create("https://v3b.fal.media/files/b/example/output.png");

    private final Deque<SubmissionOutcome> submissions = new ArrayDeque<>();
    private final Deque<PollOutcome> polls = new ArrayDeque<>();
    private final Deque<SubmissionOutcome> inquiries = new ArrayDeque<>();
    private final Deque<Runnable> duringPolls = new ArrayDeque<>();
    private final Deque<Runnable> duringSubmissions = new ArrayDeque<>();
    private byte[] file = PngFile.of(1376, 768);
    private final Deque<ResultDownload.Outcome> refusedDownloads = new ArrayDeque<>();
    private boolean cancellationBroken;
    final List<ProviderOrder> orders = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<ProviderRequest> cancelled = new ArrayList<>();

    /** What it has of ours: each order that it took, until it has erased it. */
    final Set<String> holds = new HashSet<>();

    private final Deque<ErasureOutcome> erasures = new ArrayDeque<>();
    private boolean affordable = true;
    private boolean callsBack;
    private boolean inquiryBroken;
    private int inquired;
    private int erased;
    private int polled;
    private int downloads;
    private volatile long largest;

    /** Takes every order and delivers a good picture, unless told otherwise. */
    ScriptedProvider() {
        onSubmit(new SubmissionOutcome.Taken(request(REQUEST_ID)));
        onPoll(done());
    }

    static ProviderRequest request(String id) {
        return new ProviderRequest("fal", id, Map.of("status_url", "https://queue.fal.run/" + id));
    }

    static PollOutcome done() {
        return new PollOutcome.Completed(List.of(new ProviderMedia(RESULT, "image/png")));
    }

    /** Answers in this order; the last repeats. */
    synchronized void onSubmit(SubmissionOutcome... outcomes) {
        submissions.clear();
        submissions.addAll(List.of(outcomes));
    }

    /** Answers in this order; the last repeats. */
    synchronized void onPoll(PollOutcome... outcomes) {
        polls.clear();
        polls.addAll(List.of(outcomes));
    }

    /** Can tell what became of an order: this, and the last repeats. */
    synchronized void onInquiry(SubmissionOutcome... outcomes) {
        inquiries.clear();
        inquiries.addAll(List.of(outcomes));
    }

    /** Once. */
    synchronized void breakNextInquiry() {
        inquiryBroken = true;
    }

    /** Can be asked to erase: this, and the last repeats. */
    synchronized void onErase(ErasureOutcome... outcomes) {
        erasures.clear();
        erasures.addAll(List.of(outcomes));
    }

    /** Makes films, whose second order nobody would pay for. */
    synchronized void setResendAffordable(boolean resendAffordable) {
        affordable = resendAffordable;
    }

    /** Tells us of every end by itself. */
    synchronized void setCallsBack(boolean callsBack) {
        this.callsBack = callsBack;
    }

    /** Offers the same picture at another address. */
    static PollOutcome doneAt(String address) {
        return new PollOutcome.Completed(
                List.of(new ProviderMedia(URI.create(address), "image/png")));
    }

    /** Happens once, while the next poll is under way. */
    synchronized void duringNextPoll(Runnable happening) {
        duringPolls.add(happening);
    }

    /** Happens once, while the next submission is under way. */
    synchronized void duringNextSubmission(Runnable happening) {
        duringSubmissions.add(happening);
    }

    synchronized void resultIs(byte[] bytes) {
        file = bytes.clone();
    }

    /** Answers the next downloads so; the result comes after them. */
    synchronized void onDownload(ResultDownload.Outcome... outcomes) {
        refusedDownloads.addAll(List.of(outcomes));
    }

    /** As a bug in its adapter would. */
    synchronized void breakCancellation() {
        cancellationBroken = true;
    }

    synchronized int polled() {
        return polled;
    }

    synchronized int inquired() {
        return inquired;
    }

    /** How large the last result might have been. */
    long bytesMax() {
        return largest;
    }

    synchronized int downloads() {
        return downloads;
    }

    Provider provider() {
        return new Provider(
                "fal",
                Endpoints.of("**"),
                new Provider.Submission() {
                    @Override
                    public SubmissionOutcome submit(ProviderOrder order) {
                        return take(order);
                    }

                    @Override
                    public ProviderRequest requestOf(Route route, String providerRequestId) {
                        return request(providerRequestId);
                    }
                },
                _ -> answer(),
                this::cancel,
                inquiries.isEmpty() ? null : (_, _) -> tell(),
                new Provider.Terms(
                        affordable ? EnumSet.allOf(MediaKind.class) : Set.of(),
                        () -> callsBack,
                        erasures.isEmpty()
                                ? Retention.of(
                                        new Retention.Keeping.NotKept(),
                                        new Retention.Keeping.Expires(EXPIRY))
                                : Retention.erasedBy(this::erase)));
    }

    private synchronized ErasureOutcome erase(ProviderRequest request) {
        erased++;
        ErasureOutcome outcome = erasures.size() > 1 ? erasures.removeFirst() : erasures.getFirst();
        if (!(outcome instanceof ErasureOutcome.Unanswered)) {
            holds.remove(request.id());
        }
        return outcome;
    }

    synchronized int erased() {
        return erased;
    }

    private synchronized SubmissionOutcome tell() {
        inquired++;
        if (inquiryBroken) {
            inquiryBroken = false;
            throw new TransientFailure("fal", "broken by a test");
        }
        return inquiries.size() > 1 ? inquiries.removeFirst() : inquiries.getFirst();
    }

    ResultDownload download() {
        return (media, target, bytesMax) -> {
            largest = bytesMax;
            return copy(media, target);
        };
    }

    private SubmissionOutcome take(ProviderOrder order) {
        SubmissionOutcome outcome;
        Runnable happening;
        synchronized (this) {
            orders.add(order);
            outcome = submissions.size() > 1 ? submissions.removeFirst() : submissions.getFirst();
            happening = duringSubmissions.isEmpty() ? () -> {} : duringSubmissions.removeFirst();
            holds.add(outcome instanceof Taken taken ? taken.request().id() : REQUEST_ID);
        }
        happening.run();
        return outcome;
    }

    private PollOutcome answer() {
        PollOutcome outcome;
        Runnable happening;
        synchronized (this) {
            polled++;
            outcome = polls.size() > 1 ? polls.removeFirst() : polls.getFirst();
            happening = duringPolls.isEmpty() ? () -> {} : duringPolls.removeFirst();
        }
        happening.run();
        return outcome;
    }

    private synchronized void cancel(ProviderRequest request) {
        if (cancellationBroken) {
            throw new IllegalStateException("broken by a test");
        }
        cancelled.add(request);
    }

    private synchronized ResultDownload.Outcome copy(ProviderMedia media, Path target) {
        downloads++;
        asked.add(media.location().toString());
        if (!refusedDownloads.isEmpty()) {
            return refusedDownloads.removeFirst();
        }
        try {
            Files.write(target, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ResultDownload.Outcome.Copied(file.length);
    }
}
