package dev.halftone.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Protects the rules that the map itself has to keep, whatever is added to it. */
class DataMapTest {
    private static final List<Declaration> MAP = DataMap.declarations();

    @Test
    void declaresEveryPlaceOnce() {
        assertThat(MAP).hasSizeGreaterThan(200);
        assertThat(MAP).extracting(each -> each.place().line()).doesNotHaveDuplicates();
    }

    /** Logs live longest in the most hands; a message may lie in a dead-letter queue for weeks. */
    @Test
    void nothingPersonalAndNoSecretIsLoggedCountedOrQueued() {
        assertThat(MAP)
                .filteredOn(
                        each ->
                                switch (each.place()) {
                                    case Place.LogKey _,
                                            Place.AccessLogKey _,
                                            Place.Metric _,
                                            Place.MetricDimension _,
                                            Place.QueueField _ ->
                                            true;
                                    default -> false;
                                })
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        each ->
                                assertThat(each.holds())
                                        .as(each.place().line())
                                        .allMatch(Kind::mayBeLogged));
    }

    /** Erasing a user must cut the link to the account, so the ledger cannot hold that link. */
    @Test
    void theLedgerNamesAccountsAndNeverUsers() {
        assertThat(MAP)
                .filteredOn(
                        each ->
                                each.place() instanceof Place.Attribute(String table, _, _)
                                        && table.equals(Table.LEDGER.logicalId()))
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        each ->
                                assertThat(each.holds())
                                        .as(each.place().line())
                                        .allMatch(
                                                kind ->
                                                        kind == Kind.ACCOUNT_ID
                                                                || isBillingAddress(each)
                                                                || !kind.isPersonal()));
    }

    /** An order says where its receipt went, until its buyer is erased; nothing else does. */
    private static boolean isBillingAddress(Declaration declaration) {
        return declaration.place() instanceof Place.Attribute(_, String item, String path)
                && item.equals("ORDER")
                && path.equals("billingEmail")
                && declaration.holds().equals(Set.of(Kind.EMAIL));
    }

    private static final Set<Kind> WHAT_IS_TO_BE_MADE = EnumSet.of(Kind.PROMPT, Kind.PICTURE);

    /** A provider needs what is to be painted, and not who asks. */
    @Test
    void nobodyOutsideIsToldWhoSomebodyIs() {
        assertThat(MAP)
                .filteredOn(each -> each.place() instanceof Place.Sent)
                .filteredOn(each -> !isOwnAddress(each) && !isReader(each) && !isBuyer(each))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        each ->
                                assertThat(each.holds())
                                        .as(each.place().line())
                                        .allMatch(
                                                kind ->
                                                        WHAT_IS_TO_BE_MADE.contains(kind)
                                                                || !kind.isPersonal()));
    }

    /** A host learns of the address that leads to it what it knows anyway. */
    private static boolean isOwnAddress(Declaration declaration) {
        return declaration.place() instanceof Place.Sent sent
                && sent.recipient().equals(Recipient.NAMED_HOST.title())
                && declaration.holds().equals(Set.of(Kind.UPLOAD));
    }

    /** Whoever takes money says again for which account, whose owner it does not learn from us. */
    private static boolean isBuyer(Declaration declaration) {
        return declaration.place() instanceof Place.Sent sent
                && sent.recipient().equals(Recipient.STRIPE.title())
                && declaration.holds().equals(Set.of(Kind.ACCOUNT_ID, Kind.ORDER_ID));
    }

    /** A letter needs its reader's address, may name a token of theirs, and goes to nobody else. */
    private static boolean isReader(Declaration declaration) {
        return declaration.place() instanceof Place.Sent sent
                && sent.recipient().equals(Recipient.MAIL.title())
                && EnumSet.of(Kind.EMAIL, Kind.TOKEN_NAME, Kind.MAIL_CODE)
                        .containsAll(declaration.holds());
    }

    @Test
    void everyCategoryIsUsed() {
        assertThat(MAP).extracting(Declaration::category).contains(Category.values());
    }

    @Test
    void whatIsPersonalIsAboutSomebody() {
        assertThatThrownBy(
                        () ->
                                new Declaration(
                                        new Place.LogKey("email"),
                                        Set.of(Kind.EMAIL),
                                        DataSubject.NOBODY,
                                        Category.TECHNICAL_LOG,
                                        "be wrong"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
