package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.generation.Receipt;
import dev.halftone.core.generation.Remains;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a provider still has of a generation that has ended, inside the map of its state. */
final class RemainsAttributes {

    private static final String TO_ERASE = "toErase"; // M
    private static final String REQUEST = "request"; // M
    private static final String DUE_AT = "dueAt"; // S, instant
    private static final String TRIES = "tries"; // N
    private static final String RECEIPTS = "receipts"; // L of M
    private static final String PROVIDER = "provider"; // S
    private static final String PART = "part"; // S
    private static final String MANNER = "manner"; // S
    private static final String AT = "at"; // S, instant

    private RemainsAttributes() {}

    static void write(Remains remains, Map<String, AttributeValue> state) {
        switch (remains) {
            case Remains.Nothing _ -> {}
            case Remains.ToErase left -> {
                Map<String, AttributeValue> map = new HashMap<>();
                map.put(REQUEST, StateAttributes.request(left.request()));
                map.put(DUE_AT, s(left.dueAt()));
                map.put(TRIES, n(left.tries()));
                state.put(TO_ERASE, AttributeValue.fromM(map));
            }
            case Remains.Told told -> {
                List<AttributeValue> receipts =
                        told.receipts().stream().map(RemainsAttributes::receipt).toList();
                state.put(RECEIPTS, AttributeValue.fromL(receipts));
            }
        }
    }

    private static AttributeValue receipt(Receipt receipt) {
        return AttributeValue.fromM(
                Map.of(
                        PROVIDER, s(receipt.provider()),
                        PART, s(receipt.part().code()),
                        MANNER, s(receipt.manner().code()),
                        AT, s(receipt.at())));
    }

    static Remains read(Attributes state) {
        if (state.has(TO_ERASE)) {
            Attributes map = state.attributes(TO_ERASE);
            return new Remains.ToErase(
                    StateAttributes.request(map.attributes(REQUEST)),
                    map.instant(DUE_AT),
                    Math.toIntExact(map.number(TRIES)));
        }
        return state.has(RECEIPTS)
                ? new Remains.Told(
                        state.list(RECEIPTS).stream().map(RemainsAttributes::receipt).toList())
                : new Remains.Nothing();
    }

    private static Receipt receipt(Attributes map) {
        return new Receipt(
                map.text(PROVIDER),
                Receipt.Part.ofCode(map.text(PART)).orElseThrow(RemainsAttributes::unreadable),
                Receipt.Manner.ofCode(map.text(MANNER)).orElseThrow(RemainsAttributes::unreadable),
                map.instant(AT));
    }

    private static PermanentFailure unreadable() {
        return new PermanentFailure("dynamodb", "a receipt of another kind");
    }
}
