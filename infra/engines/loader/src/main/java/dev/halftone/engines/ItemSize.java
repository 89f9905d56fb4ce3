package dev.halftone.engines;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How large DynamoDB counts an item, in bytes, by "DynamoDB item sizes and formats" of its
 * Developer Guide: names and texts as UTF-8, a number one byte and one for every two significant
 * digits, a list or map 3 bytes and 1 for each element.
 */
final class ItemSize {
    private static final int COLLECTION = 3;
    private static final int ELEMENT = 1;

    private ItemSize() {}

    static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> text(entry.getKey()) + bytes(entry.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> text(value.s());
            case N -> number(value.n());
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL, NUL -> 1;
            case SS -> value.ss().stream().mapToInt(ItemSize::text).sum();
            case NS -> value.ns().stream().mapToInt(ItemSize::number).sum();
            case BS -> value.bs().stream().mapToInt(each -> each.asByteArrayUnsafe().length).sum();
            case L -> COLLECTION + list(value.l());
            case M -> COLLECTION + ELEMENT * value.m().size() + bytes(value.m());
            case UNKNOWN_TO_SDK_VERSION ->
                    throw new IllegalArgumentException("Not a value of DynamoDB");
        };
    }

    private static int list(List<AttributeValue> values) {
        return values.stream().mapToInt(value -> ELEMENT + bytes(value)).sum();
    }

    private static int text(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Pairs of digits from the decimal point on, and a sign; zeros at either end take nothing. */
    private static int number(String number) {
        BigDecimal value = new BigDecimal(number).stripTrailingZeros();
        if (value.signum() == 0) {
            return 1;
        }
        int digits = value.precision() + Math.floorMod(value.scale(), 2);
        return 1 + (digits + 1) / 2 + (value.signum() < 0 ? 1 : 0);
    }
}
