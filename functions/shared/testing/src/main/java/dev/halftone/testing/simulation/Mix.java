package dev.halftone.testing.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Which troubles a run has armed, and how often they strike. */
final class Mix {

    // Few at a time: where everything fails, nothing gets far enough to meet the rare.
    private static final int ARMED_ONE_IN = 3;
    private static final int STORM_ONE_IN = 6;
    private static final int STORM = 5;
    private static final int PER_MILLE = 1_000;

    private final Map<Trouble, Integer> perMille = new EnumMap<>(Trouble.class);
    private final SplittableRandom random;
    private final Tally tally;
    private boolean over;

    Mix(SplittableRandom random, Tally tally) {
        this.random = random;
        this.tally = tally;
        for (Trouble trouble : Trouble.values()) {
            if (random.nextInt(ARMED_ONE_IN) == 0) {
                int most = trouble.perMilleMax() * (random.nextInt(STORM_ONE_IN) == 0 ? STORM : 1);
                perMille.put(trouble, 1 + random.nextInt(Math.min(most, PER_MILLE)));
            }
        }
    }

    boolean strikes(Trouble trouble) {
        int rate = perMille.getOrDefault(trouble, 0);
        if (over || rate == 0 || random.nextInt(PER_MILLE) >= rate) {
            return false;
        }
        tally.saw(trouble);
        return true;
    }

    /** From now on nothing goes wrong. */
    void end() {
        over = true;
    }
}
