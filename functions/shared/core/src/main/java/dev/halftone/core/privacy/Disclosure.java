package dev.halftone.core.privacy;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a person is told of what is stored about them, as the data map declares it (GDPR, article
 * 15). Told is what says something of the person; not told are versions, most keys, and whatever
 * opens something: that would make the copy more dangerous than the original.
 */
public final class Disclosure {

    private static final String PARTITION_KEY = "pk";
    private static final String SORT_KEY = "sk";

    private final Map<String, List<Declaration>> byItem;

    public Disclosure(List<Declaration> map) {
        byItem =
                map.stream()
                        .filter(each -> each.about() == DataSubject.USER)
                        .filter(each -> each.place() instanceof Place.Attribute)
                        .collect(groupingBy(each -> item((Place.Attribute) each.place())));
    }

    /**
     * One record, under what it is for.
     *
     * @param name of the record, in small letters, such as {@code profile}
     */
    public record Entry(Category category, String name, Map<String, Object> values) {

        public Entry {
            values = new TreeMap<>(values);
        }
    }

    /** A record that serves several purposes is told under each. */
    public List<Entry> of(List<StoredRecord> records) {
        return records.stream().flatMap(record -> told(record).stream()).toList();
    }

    private List<Entry> told(StoredRecord record) {
        List<Declaration> declared =
                byItem.getOrDefault(item(record.table(), record.item()), List.of());
        Map<Category, Map<String, Object>> told = new TreeMap<>();
        record.values()
                .forEach(
                        (attribute, value) -> {
                            Place place =
                                    new Place.Attribute(record.table(), record.item(), attribute);
                            declared.stream()
                                    .filter(each -> each.place().covers(place))
                                    .filter(each -> isTold(each, attribute))
                                    .forEach(
                                            each ->
                                                    told.computeIfAbsent(
                                                                    each.category(),
                                                                    _ -> new TreeMap<>())
                                                            .put(attribute, value));
                        });
        return told.entrySet().stream()
                .map(each -> new Entry(each.getKey(), record.item(), each.getValue()))
                .toList();
    }

    /** Of the keys only the name by which a person knows an order. */
    private static boolean isTold(Declaration declared, String attribute) {
        return switch (attribute) {
            case PARTITION_KEY -> false;
            case SORT_KEY -> declared.holds().equals(Set.of(Kind.ORDER_ID));
            default -> declared.holds().stream().allMatch(Kind::isToldToItsSubject);
        };
    }

    private static String item(Place.Attribute place) {
        return item(place.table(), place.item());
    }

    private static String item(String table, String item) {
        return table + "/" + item;
    }
}
