package dev.halftone.testing.simulation;

import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.asset.StorageRoom;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.Plan;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.catalogue.Quota;
import dev.halftone.core.generation.Endings;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.PaymentPorts;
import dev.halftone.testing.Person;
import dev.halftone.testing.Samples;
import dev.halftone.testing.StudioPorts;
import dev.halftone.testing.simulation.SimulatedProvider.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * One world: a quarter of an hour in which everything may go wrong, then none of it, until all has
 * ended; and days later the news of old once more, which must change nothing.
 */
public final class Simulation {

    private static final Duration FAULTS = Duration.ofMinutes(15);
    private static final Duration WISHES = Duration.ofMinutes(11);
    // What the worst clock wrote down is due so much later; then a deadline, and sweeps after it.
    private static final Duration HEALING_MAX =
            World.SKEW_MAX.plus(Studio.DEADLINE_MAX).plus(Duration.ofMinutes(20));
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration EXPIRY_SWEEP = Duration.ofMinutes(4);
    // Beyond every expiry and its grace.
    private static final Duration LATER = Duration.ofDays(8);
    private static final Duration ECHO = Duration.ofMinutes(10);
    private static final int PEOPLE_MAX = 3;
    private static final int BURSTS_MIN = 7;
    private static final int BURSTS_MORE = 10;
    private static final int BURST_MAX = 3;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SAME_MOMENT = Duration.ofMillis(20);
    private static final int LAST_EVENTS = Integer.getInteger("events", 60);
    private static final String REPLAY =
            "./mvnw -Dquick -pl functions/shared/testing -am verify -Dtest=SimulationTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dseed=%d -Devents=500";

    private static final int TIGHT_EACH = 8;
    // The kinds of world in which people shop; the others stay as quick as they are.
    private static final Set<Integer> SHOPPING = Set.of(3, 5);
    private static final long FEW_PICTURES = 2_000;

    private final World world;
    private final Asked asked = new Asked();
    private final StudioPorts truth;
    private final Studio studio;
    private final SimulatedQueue queue;
    private final PaymentPorts purchases;
    private final PurchaseRules sales;
    private final LedgerRules ledgerRules;
    private final GenerationRules generationRules;
    private final Endings endings;
    private final Insistence insistence;
    private final List<Payments> payments = new ArrayList<>();
    private final List<Wishes> wishes = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    private Simulation(long seed, Planting planting) {
        this.world = new World(seed);
        InMemoryStudio store =
                new InMemoryStudio(planting.bend(), this::line, ceilings(seed), plans(seed));
        this.endings = store.endings();
        this.truth = planting.ports().apply(store);
        this.purchases = planting.purchases().apply(store);
        this.sales = new PurchaseRules(purchases, world.tally);
        this.insistence = new Insistence(world);
        this.queue = new SimulatedQueue(world, this::work);
        SimulatedMedia media = new SimulatedMedia(world);
        SimulatedProvider swift = provider(Studio.SWIFT, Kind.SWIFT);
        SimulatedProvider dear = provider(Studio.DEAR, Kind.DEAR);
        SimulatedProvider open = provider(Studio.OPEN, Kind.OPEN);
        SimulatedDirectProvider direct = new SimulatedDirectProvider(world, Studio.DIRECT);
        this.studio =
                new Studio(
                        world,
                        FaultyStore.of(world, truth),
                        new Studio.Outside(
                                queue,
                                new StorageRoom(store.assets(), quota(seed)),
                                planting.media().apply(media),
                                media,
                                Map.of(
                                        Studio.SWIFT, swift.provider(),
                                        Studio.DEAR, dear.provider(),
                                        Studio.OPEN, open.provider()),
                                Map.of(Studio.DIRECT, direct.provider())));
        this.ledgerRules = new LedgerRules(asked, truth.ledger(), sales, world.tally);
        this.generationRules =
                new GenerationRules(
                        asked,
                        truth.generations(),
                        ledgerRules,
                        media,
                        List.of(swift, dear, open, direct),
                        world.tally);
        world.watch(this::check);
    }

    private SimulatedProvider provider(String name, Kind kind) {
        return new SimulatedProvider(
                world, name, kind, (id, order) -> studio.callBack(id, name, order));
    }

    /** In some worlds little may be spent. */
    private static Ceilings ceilings(long seed) {
        if (Math.floorMod(seed, TIGHT_EACH) != 0) {
            return Samples.economy().ceilings();
        }
        Ceiling own = new Ceiling(Samples.COST.times(3), Samples.COST.times(6));
        long shards = Ceilings.SHARDS;
        return new Ceilings(
                own, new Ceiling(Samples.COST.times(shards), Samples.COST.times(2 * shards)));
    }

    /** In some others people may have little made of one model. */
    private static Plans plans(long seed) {
        return Math.floorMod(seed, TIGHT_EACH) == 1
                ? new Plans(
                        Map.of(
                                "small",
                                new Plan(
                                        "small",
                                        new Quota(20, 40),
                                        Map.of(Studio.SWIFT + "-model", new Quota(1, 2)))),
                        "small")
                : Plans.OPEN;
    }

    /** And in others again little may be kept. */
    private static StorageQuota quota(long seed) {
        long bytes = Math.floorMod(seed, TIGHT_EACH) == 2 ? FEW_PICTURES : Long.MAX_VALUE;
        return new StorageQuota(bytes, 1);
    }

    private boolean work(String body) {
        return studio.work(body);
    }

    private void line(JournalEntry entry) {
        ledgerRules.line(entry);
    }

    private void check() {
        ledgerRules.check(world.now());
        generationRules.check();
    }

    /**
     * Runs one world.
     *
     * @throws AssertionError if a promise was broken in it, with the seed and what happened last
     */
    public static Tally run(long seed) {
        return run(seed, Planting.none());
    }

    /** Runs one world with a bug in it. */
    public static Tally run(long seed, Planting planting) {
        Simulation simulation = new Simulation(seed, planting);
        try {
            simulation.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "%s%nSeed %d; replay: %s%n%s"
                            .formatted(
                                    e.getMessage(),
                                    seed,
                                    REPLAY.formatted(seed),
                                    simulation.world.chronicle.last(LAST_EVENTS)),
                    e);
        }
        return simulation.world.tally;
    }

    /** Everything that happens in the world of this seed, in words. */
    public static List<String> log(long seed) {
        Simulation simulation = new Simulation(seed, Planting.none());
        simulation.run();
        return simulation.world.chronicle.all();
    }

    private void run() {
        populate();
        long start = world.timeline.nowMillis();
        while (world.timeline.step(start + FAULTS.toMillis())) {
            happened();
        }
        world.mix.end();
        if (!generationRules.haveAllEnded()) {
            world.tally.saw(Sight.HEALED_WITH_WORK_LEFT);
        }
        world.note("everything works again", null);
        calmDown(generationRules::haveAllEnded);
        world.timeline.jump(LATER);
        world.note("days later", null);
        queue.echo(ECHO);
        insistence.echo(ECHO);
        wishes.forEach(each -> each.echo(ECHO));
        world.tally.saw(Sight.ECHO_HEARD);
        // Whatever a provider left unanswered is asked again within two days.
        calmDown(() -> generationRules.haveAllEnded() && generationRules.areAllErased());
        world.invoke("expiries", run -> studio.expiring.sweep(run.now));
        ends();
    }

    private void populate() {
        world.timeline.every(SWEEP, () -> sweep("sweep", run -> studio.sweeping.sweep(run.now)));
        world.timeline.every(
                EXPIRY_SWEEP, () -> sweep("expiries", run -> studio.expiring.sweep(run.now)));
        if (world.mix.strikes(Trouble.MODEL_WITHDRAWN)) {
            world.timeline.later(world.upTo(WISHES), studio::withdrawAModel);
        }
        int count = 1 + world.random.nextInt(PEOPLE_MAX);
        for (int number = 0; number < count; number++) {
            Person person =
                    new Person(Samples.userId(number), Samples.accountId(number), world.now());
            ledgerRules.open(person.account());
            people.add(person);
            payments.add(new Payments(world, studio, asked, insistence, person));
            wishes.add(new Wishes(world, studio, truth, asked, insistence, person));
            world.timeline.later(world.upTo(SWEEP), payments.getLast()::begin);
            if (SHOPPING.contains(Math.floorMod(world.seed, TIGHT_EACH))) {
                shop(person, payments.getLast());
            }
            if (world.rarely(8)) {
                world.timeline.later(world.upTo(SWEEP), payments.getLast()::dispute);
            }
        }
        int bursts = BURSTS_MIN + world.random.nextInt(BURSTS_MORE);
        for (int burst = 0; burst < bursts; burst++) {
            burst(world.random.nextInt(count), SWEEP.plus(world.upTo(WISHES)));
        }
    }

    private void shop(Person person, Payments money) {
        PaymentPorts faulty = FaultyPurchases.of(world, purchases);
        Shop shop = new Shop(world, faulty, asked, sales, insistence, person);
        world.timeline.later(
                SWEEP.plus(world.upTo(WISHES)),
                () -> {
                    if (!money.isCrowded()) {
                        shop.buy();
                    }
                });
    }

    /** What one person does at once, for it is then that one thing gets between another. */
    private void burst(int who, Duration delay) {
        int acts = 1 + world.random.nextInt(BURST_MAX);
        for (int act = 0; act < acts; act++) {
            world.timeline.later(delay.plus(world.upTo(AT_ONCE)), () -> act(who));
        }
    }

    private void sweep(String name, Function<Invocation, Integer> sweeping) {
        world.invoke(name, sweeping);
    }

    private void act(int who) {
        Payments money = payments.get(who);
        Wishes pictures = wishes.get(who);
        switch (world.random.nextInt(30)) {
            case 0, 1, 2 -> money.grant();
            case 3 -> money.misuseKey();
            case 4, 5 -> money.revoke();
            case 6, 7 -> money.dispute();
            case 8 -> money.admit();
            case 9, 10 -> pictures.cancel();
            case 11, 12 -> pictures.refund();
            case 13, 14 -> pictures.tryAgain();
            case 15 -> pictures.submitAgain();
            case 16 -> pictures.submitOther();
            case 17 -> pictures.submitNonsense(people.get((who + 1) % people.size()));
            case 18 -> pictures.read();
            case 21 -> pictures.remove();
            case 19, 20 -> {
                // Money that moves in the same moment: what a submission has read is no longer so.
                world.timeline.later(
                        world.upTo(SAME_MOMENT), world.rarely(2) ? money::dispute : money::revoke);
                pictures.submit();
            }
            default -> pictures.submit();
        }
    }

    private void happened() {
        world.tally.sawEvent();
        check();
    }

    /** Without faults everything comes to its end, and soon. */
    private void calmDown(BooleanSupplier done) {
        long until = world.timeline.nowMillis() + HEALING_MAX.toMillis();
        while (!world.timeline.isQuiet() || !done.getAsBoolean()) {
            if (!world.timeline.step(until)) {
                throw new AssertionError("not everything has ended within " + HEALING_MAX);
            }
            happened();
        }
    }

    private void ends() {
        check();
        ledgerRules.checkInTheEnd();
        sales.checkInTheEnd();
        generationRules.checkInTheEnd();
        generationRules.checkCounted(endings);
        for (int shard = 0; shard < Expiries.SHARDS; shard++) {
            List<Expiries.Due> due = truth.expiries().due(shard, world.now(), 1);
            LedgerRules.require(due.isEmpty(), "never expired", due);
        }
        people.forEach(person -> ledgerRules.checkNothingLapsed(person.account(), world.now()));
        wishes.forEach(Wishes::countSecondTries);
    }
}
