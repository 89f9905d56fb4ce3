package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.ENTITLEMENT;
import static dev.halftone.core.privacy.Category.PURCHASE;
import static dev.halftone.core.privacy.Kind.ACCOUNT_ID;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CHECKOUT;
import static dev.halftone.core.privacy.Kind.CREDITS;
import static dev.halftone.core.privacy.Kind.EMAIL;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.ORDER_ID;
import static dev.halftone.core.privacy.Kind.PAYMENT_NAME;
import static dev.halftone.core.privacy.Kind.PERSON_NAME;
import static dev.halftone.core.privacy.Kind.STATE;
import static dev.halftone.core.privacy.Table.INSIGHT;
import static dev.halftone.core.privacy.Table.LEDGER;

import java.util.List;
import java.util.Set;

/** What people buy. No card is among it: that is between them and the processor. */
final class PaymentItems {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(LEDGER, "ORDER", PURCHASE)
                            .add("pk", ACCOUNT_ID, "find what an account ordered")
                            .add("sk", ORDER_ID, "name the order")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("revision", NUMBER, "let no two writers undo each other")
                            .add("product", STATE, "say what was ordered")
                            .add("kind", STATE, "say how it is paid")
                            .add("title", STATE, "say what was ordered")
                            .add("credits", CREDITS, "grant what was ordered")
                            .add("priceMinor", NUMBER, "accept no other price")
                            .add("currency", STATE, "accept no other price")
                            .add("processor", STATE, "say who takes the money")
                            .add("priceReference", STATE, "accept no other product")
                            .add("period", STATE, "say how often it is paid")
                            .add("plan", STATE, "know how much may be made")
                            .add("expiresAfterDays", NUMBER, "say when the credits end")
                            .add("expiresWithPeriod", STATE, "say when the credits end")
                            .add("state", STATE, "grant it once")
                            .add("createdAt", MOMENT, "say when it was ordered")
                            .add("consentedAt", MOMENT, "prove that it was wanted at once")
                            .add("billingEmail", EMAIL, "say who was sent the receipt")
                            .add("payment", PAYMENT_NAME, "find what paid it")
                            .add("subscription", PAYMENT_NAME, "find what it began")
                            .add("lookedAt", MOMENT, "ask the processor seldom")
                            .add("checkout.session", PAYMENT_NAME, "ask what became of it")
                            .add("checkout.url", CHECKOUT, "let its buyer pay")
                            .add("checkout.live", STATE, "take no play money")
                            .add("checkout.closesAt", MOMENT, "say how long it can be paid")
                            .add("checkout.customer", PAYMENT_NAME, "know the buyer again")
                            .list(),
                    Declarations.of(LEDGER, "ORDERED", PURCHASE)
                            .add("pk", ACCOUNT_ID, "find what an account ordered")
                            .add("sk", Set.of(MOMENT, ORDER_ID), "list the newest first")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .list(),
                    Declarations.of(LEDGER, "ORDERING", ENTITLEMENT)
                            .add("pk", ACCOUNT_ID, "find the account")
                            .add("sk", BOOKKEEPING, "tell it from its lines")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("hour", MOMENT, "let nobody try out cards")
                            .add("placed", NUMBER, "let nobody try out cards")
                            .add("day", MOMENT, "let nobody try out cards")
                            .add("failed", NUMBER, "let nobody try out cards")
                            .add("revision", NUMBER, "let no two writers undo each other")
                            .list(),
                    Declarations.of(LEDGER, "CUSTOMER", PURCHASE)
                            .add("pk", ACCOUNT_ID, "find the account")
                            .add("sk", STATE, "say whose customer it is")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("customer", PAYMENT_NAME, "know the buyer again")
                            .list(),
                    Declarations.of(LEDGER, "PAID", PURCHASE)
                            .add("pk", ACCOUNT_ID, "find what an account paid")
                            .add("sk", Set.of(MOMENT, PAYMENT_NAME), "list the newest first")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .list(),
                    payment(),
                    Declarations.of(
                                    path -> new Place.Attribute(LEDGER.logicalId(), "WALK", path),
                                    DataSubject.NOBODY,
                                    PURCHASE)
                            .add("pk", BOOKKEEPING, "find how far lists were read")
                            .add("sk", STATE, "say whose list it is")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("walkFrom", MOMENT, "read nothing for ever")
                            .add("begunAt", MOMENT, "miss nothing that happens meanwhile")
                            .add("cursor", PAYMENT_NAME, "go on where it was left")
                            .list(),
                    Declarations.of(INSIGHT, "PARKED", PURCHASE)
                            .add("pk", STATE, "say whose delivery it is")
                            .add("sk", PAYMENT_NAME, "keep each once")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("type", STATE, "say what it tells of")
                            .add(
                                    "body",
                                    Set.of(EMAIL, PERSON_NAME, ACCOUNT_ID, PAYMENT_NAME),
                                    "apply it once it can be")
                            .add("at", MOMENT, "say when it came")
                            .add("expiresAt", MOMENT, "forget it")
                            .list());

    private PaymentItems() {}

    private static List<Declaration> payment() {
        return Declarations.of(LEDGER, "PAYMENT", PURCHASE)
                .add("pk", PAYMENT_NAME, "find it when it is refunded or disputed")
                .add("sk", BOOKKEEPING, "tell it from what else will be kept")
                .add("v", BOOKKEEPING, "read the rest as it was written")
                .add("revision", NUMBER, "let no two writers undo each other")
                .add("revoked", CREDITS, "take back nothing twice")
                .add("returns", NUMBER, "give back nothing twice")
                .add("bought.order", Set.of(ACCOUNT_ID, ORDER_ID), "say what it paid")
                .add("bought.businessKey", PAYMENT_NAME, "grant nothing twice")
                .add("bought.title", STATE, "say what it paid")
                .add("bought.totalMinor", NUMBER, "say what was paid")
                .add("bought.currency", STATE, "say what was paid")
                .add("bought.granted", CREDITS, "take back no more than that")
                .add("bought.mismatch", STATE, "have a person look at it")
                .add("bought.paidAt", MOMENT, "say when it was paid")
                .add("bought.term.subscription", PAYMENT_NAME, "say what it paid")
                .add("bought.term.part", NUMBER, "say how much of a period it paid")
                .add("bought.term.whole", NUMBER, "say how much of a period it paid")
                .add("bought.term.beginsAt", MOMENT, "say which period it paid")
                .add("bought.term.endsAt", MOMENT, "say which period it paid")
                .add("refund.refundedMinor", NUMBER, "take back as much")
                .add("refund.paidMinor", NUMBER, "take back as much")
                .add("refund.asOf", MOMENT, "believe no older news")
                .add("disputes.*.phase", STATE, "let nothing be spent in a dispute")
                .add("disputes.*.amountMinor", NUMBER, "say how much is disputed")
                .add("disputes.*.asOf", MOMENT, "believe no older news")
                .add("disputes.*.hold", STATE, "let nothing be spent in a dispute")
                .list();
    }
}
