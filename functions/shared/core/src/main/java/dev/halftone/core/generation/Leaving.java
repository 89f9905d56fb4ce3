package dev.halftone.core.generation;

/** What there is to do at a provider once a generation has ended. */
public interface Leaving {

    /** For generations that no provider has. */
    Leaving NOTHING =
            new Leaving() {
                @Override
                public Generation part(Generation ended) {
                    return ended;
                }

                @Override
                public void announce(Generation ended) {}
            };

    /** Notes what remains, in the very change that ends the generation. */
    Generation part(Generation ended);

    /** Called once that change is stored; the sweep finds what is announced to nobody. */
    void announce(Generation ended);
}
