package dev.halftone.lambda;

import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.Economy;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.MicroDollars;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a profile says of money. All of it is required: there is no service without a ceiling. */
final class EconomyDocument {
    private static final String OWN = "ownCostMicroDollars";
    private static final String CEILINGS = "ceilingMicroDollars";

    private final Fields fields;

    EconomyDocument(Fields fields) {
        this.fields = fields;
    }

    /** The economy, or {@code null} if something was noted. */
    @Nullable Economy economy() {
        MicroDollars credit = fields.money("creditMicroDollars");
        Map<MediaKind, MicroDollars> own = new EnumMap<>(MediaKind.class);
        Fields kinds =
                fields.in(OWN)
                        .known(
                                Arrays.stream(MediaKind.values())
                                        .map(EconomyDocument::key)
                                        .collect(Collectors.toSet()));
        for (MediaKind kind : MediaKind.values()) {
            own.put(kind, kinds.money(key(kind)));
        }
        Fields ceilings = fields.in(CEILINGS).known(Set.of("user", "all"));
        Ceiling user = ceiling(ceilings, "user");
        Ceiling all = ceiling(ceilings, "all");
        return user == null || all == null
                ? null
                : fields.valid(CEILINGS, () -> new Economy(credit, own, new Ceilings(user, all)));
    }

    private static @Nullable Ceiling ceiling(Fields ceilings, String key) {
        Fields one = ceilings.in(key).known(Set.of("day", "month"));
        MicroDollars day = one.money("day");
        MicroDollars month = one.money("month");
        return ceilings.valid(key, () -> new Ceiling(day, month));
    }

    private static String key(MediaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
