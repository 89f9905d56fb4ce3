package dev.halftone.core.storyboard;

import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.CheckOutcome;
import dev.halftone.core.generation.MakeQuote;
import dev.halftone.core.generation.Quote;
import dev.halftone.core.ledger.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what shots would cost, each and all together, and promises it for a while. */
public final class QuoteShots {

    private final Storyboards storyboards;
    private final MakeQuote makeQuote;

    public QuoteShots(Storyboards storyboards, MakeQuote makeQuote) {
        this.storyboards = storyboards;
        this.makeQuote = makeQuote;
    }

    /**
     * A shot's own price.
     *
     * @param token to order it with
     */
    public record Priced(int shot, String token, Quote quote) {}

    /** What became of the question. */
    public sealed interface Outcome {

        /** In the order in which they are seen. */
        record Quoted(List<Priced> shots, Credits total) implements Outcome {
            public Quoted {
                shots = List.copyOf(shots);
            }
        }

        record UnknownStoryboard() implements Outcome {}

        record UnknownShot(int number) implements Outcome {}

        /** Its plan is not there, or not taken over yet. */
        record NotReady() implements Outcome {}

        /** This shot cannot be made so. */
        record NotOffered(int shot, CheckOutcome reason) implements Outcome {}
    }

    /** Of the shots with these numbers, or of all of them if none is named. */
    public Outcome quote(UserId user, StoryboardId id, Set<Integer> numbers, Instant now) {
        Optional<Storyboard> found = storyboards.find(user, id);
        if (found.isEmpty()) {
            return new Outcome.UnknownStoryboard();
        }
        Edition edition = found.get().edition();
        if (edition == null) {
            return new Outcome.NotReady();
        }
        Optional<Integer> unknown =
                numbers.stream().filter(number -> edition.shot(number).isEmpty()).findFirst();
        if (unknown.isPresent()) {
            return new Outcome.UnknownShot(unknown.get());
        }
        return quote(
                found.get(),
                edition.shots().stream()
                        .filter(shot -> numbers.isEmpty() || numbers.contains(shot.number()))
                        .toList(),
                now);
    }

    private Outcome quote(Storyboard storyboard, List<Shot> shots, Instant now) {
        List<Priced> priced = new ArrayList<>();
        long total = 0;
        for (Shot shot : shots) {
            switch (makeQuote.quote(storyboard.owner(), storyboard.formOf(shot).asked(), now)) {
                case MakeQuote.Outcome.NotOffered not -> {
                    return new Outcome.NotOffered(shot.number(), not.reason());
                }
                case MakeQuote.Outcome.Quoted quoted -> {
                    priced.add(new Priced(shot.number(), quoted.token(), quoted.quote()));
                    total += quoted.quote().price().credits().amount();
                }
            }
        }
        return new Outcome.Quoted(priced, new Credits(total));
    }
}
