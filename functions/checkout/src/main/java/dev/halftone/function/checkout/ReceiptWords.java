package dev.halftone.function.checkout;

import dev.halftone.core.account.Language;

/** The words of a receipt. */
record ReceiptWords(
        String receipt,
        String number,
        String paidOn,
        String credits,
        String period,
        String price,
        String charged,
        String refunded,
        String paidBy,
        String reference,
        String billedTo,
        String nothing,
        String delivered,
        String invoice) {
    private static final ReceiptWords ENGLISH =
            new ReceiptWords(
                    "Receipt",
                    "Order",
                    "Paid on",
                    "Credits",
                    "Period",
                    "Price before tax and discount",
                    "Charged",
                    "Refunded",
                    "Paid through",
                    "Payment reference",
                    "Billed to",
                    "nothing: a coupon paid for it",
                    "Immediate delivery was agreed to on",
                    "The tax invoice of the payment processor");
    private static final ReceiptWords GERMAN =
            new ReceiptWords(
                    "Quittung",
                    "Bestellung",
                    "Bezahlt am",
                    "Credits",
                    "Zeitraum",
                    "Preis vor Steuer und Nachlass",
                    "Abgebucht",
                    "Erstattet",
                    "Bezahlt über",
                    "Zahlungsreferenz",
                    "Rechnungsadresse",
                    "nichts: ein Gutschein hat es bezahlt",
                    "Sofortige Lieferung wurde zugestimmt am",
                    "Die Rechnung des Zahlungsdienstleisters");

    static ReceiptWords of(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case DE -> GERMAN;
        };
    }
}
