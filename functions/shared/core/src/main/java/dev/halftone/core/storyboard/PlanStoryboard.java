package dev.halftone.core.storyboard;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.catalogue.TextForm;
import dev.halftone.core.catalogue.TextTask;
import dev.halftone.core.generation.Asked;
import dev.halftone.core.generation.CheckOutcome;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.generation.RequestCheck;
import dev.halftone.core.generation.SubmitGeneration;
import dev.halftone.core.generation.SubmitOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Begins a storyboard: it is there before its plan is ordered, so that nothing is paid that nobody
 * can find, and it goes again if the order is refused.
 */
public final class PlanStoryboard {

    private final Storyboards storyboards;
    private final Catalogue catalogue;
    private final RequestCheck check;
    private final SubmitGeneration submitGeneration;
    private final Supplier<SigningKey> key;

    public PlanStoryboard(
            Storyboards storyboards,
            Catalogue catalogue,
            RequestCheck check,
            SubmitGeneration submitGeneration,
            Supplier<SigningKey> key) {
        this.storyboards = storyboards;
        this.catalogue = catalogue;
        this.check = check;
        this.submitGeneration = submitGeneration;
        this.key = key;
    }

    /** A request as it came in, before anything about it is believed. */
    public record Command(
            UserId user,
            AccountId account,
            IdempotencyKey idempotencyKey,
            String brief,
            int shots,
            GenerationWish form,
            String quote,
            TraceId trace) {}

    /** What became of it. */
    public sealed interface Outcome {

        record Begun(Storyboard storyboard, Generation planning) implements Outcome {}

        /**
         * The same was asked for before under the same key.
         *
         * @param planning {@code null} if it was removed since
         */
        record BegunBefore(Storyboard storyboard, @Nullable Generation planning)
                implements Outcome {}

        /** Another storyboard was asked for under the same key. */
        record KeyReused() implements Outcome {}

        record Refused(String field, String code) implements Outcome {}

        /** Its shots cannot be made so. */
        record NotOffered(CheckOutcome reason) implements Outcome {}

        /** Its plan cannot be ordered; nothing is left of it. */
        record NotAccepted(SubmitOutcome reason) implements Outcome {}

        record TooMany() implements Outcome {}
    }

    public Outcome plan(Command command, Instant now) {
        if (!ShotPlan.isPossible(command.shots())) {
            return new Outcome.Refused("shots", "invalid_shots");
        }
        if (!TextForm.Words.isPlain(command.brief(), Storyboard.BRIEF_CHARACTERS_MAX)) {
            return new Outcome.Refused("brief", "invalid_brief");
        }
        StoryboardId id = StoryboardId.derive(key.get(), command.user(), command.idempotencyKey());
        Optional<Storyboard> before = storyboards.find(command.user(), id);
        // What was begun stays begun, whatever has left the catalogue since.
        return before.isPresent()
                ? order(before.get(), command, false, now)
                : begin(id, command, now);
    }

    private Outcome begin(StoryboardId id, Command command, Instant now) {
        return switch (check.check(command.user(), command.form().asked())) {
            case CheckOutcome.Valid valid when isUsable(valid.model()) ->
                    create(storyboard(id, command, valid.model(), now), command, now);
            case CheckOutcome.Valid _ -> new Outcome.Refused("model", "unsupported_model");
            case CheckOutcome reason -> new Outcome.NotOffered(reason);
        };
    }

    /** A text is no shot; and of what speaks a sound would have been missed before. */
    private static boolean isUsable(Model model) {
        return model.offer().kind() != MediaKind.TEXT;
    }

    private Outcome create(Storyboard storyboard, Command command, Instant now) {
        return switch (storyboards.create(storyboard)) {
            case Storyboards.CreateOutcome.Created created ->
                    order(created.storyboard(), command, true, now);
            case Storyboards.CreateOutcome.Existing existing ->
                    order(existing.storyboard(), command, false, now);
            case Storyboards.CreateOutcome.TooMany _ -> new Outcome.TooMany();
        };
    }

    private Outcome order(Storyboard storyboard, Command command, boolean fresh, Instant now) {
        if (!storyboard.brief().equals(command.brief())
                || storyboard.plan().shots() != command.shots()
                || !storyboard.form().equals(command.form())) {
            return new Outcome.KeyReused();
        }
        Optional<Model> planner = planner();
        if (planner.isEmpty()) {
            return refused(
                    storyboard, fresh, new SubmitOutcome.UnknownModel(TextTask.STORYBOARD.name()));
        }
        SubmitOutcome outcome =
                submitGeneration.submit(
                        new SubmitGeneration.Command(
                                command.user(),
                                command.account(),
                                command.idempotencyKey(),
                                new Asked(
                                        planner.get().id(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        Asked.Extras.planning(storyboard.plan())),
                                command.brief(),
                                command.quote(),
                                command.trace()),
                        now);
        return switch (outcome) {
            case SubmitOutcome.Accepted accepted ->
                    new Outcome.Begun(storyboard, accepted.generation());
            case SubmitOutcome.Existing existing ->
                    new Outcome.BegunBefore(storyboard, existing.generation());
            case SubmitOutcome.Gone _ -> new Outcome.BegunBefore(storyboard, null);
            case SubmitOutcome other -> refused(storyboard, fresh, other);
        };
    }

    private Outcome refused(Storyboard storyboard, boolean fresh, SubmitOutcome reason) {
        if (fresh) {
            storyboards.delete(storyboard.owner(), storyboard.id());
        }
        return new Outcome.NotAccepted(reason);
    }

    /** What plans storyboards, if anything on offer does. */
    private Optional<Model> planner() {
        return catalogue.models().stream()
                .filter(
                        model ->
                                model.offer() instanceof Offer.Texts texts
                                        && texts.task().equals(TextTask.STORYBOARD))
                .findFirst();
    }

    private Storyboard storyboard(StoryboardId id, Command command, Model model, Instant now) {
        return new Storyboard(
                id,
                command.user(),
                command.brief(),
                new ShotPlan(command.shots(), model.offer().kind() == MediaKind.VIDEO),
                GenerationId.derive(key.get(), command.user(), command.idempotencyKey()),
                command.form(),
                null,
                now);
    }
}
