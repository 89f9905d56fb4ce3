package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.account.Language;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Product;
import dev.halftone.core.payment.ProductId;
import dev.halftone.core.payment.Purchase;
import dev.halftone.core.payment.Velocity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentsInProfilesTest {
    private static final String SELLING =
            ProfileReaderTest.WHOLE.replace(
                    "\"promptCheck\": \"none\",",
                    """
                    "promptCheck": "none",
                    "payments": {
                      "processors": [{"id": "till", "automaticTax": true, "promotionCodes": false}],
                      "refundTerms": {"en": "Within 14 days.", "de": "Binnen 14 Tagen."},
                      "velocity": {"ordersPerHour": 10, "failedPerDay": 5},
                      "products": [
                        {"id": "pack", "kind": "pack", "title": "Pack", "credits": 10,
                          "expiresAfterDays": 365,
                          "prices": [{"currency": "USD", "amountMinor": 499, "till": "price_1"},
                                     {"currency": "EUR", "amountMinor": 489, "till": "price_2"}]},
                        {"id": "pro", "kind": "subscription", "title": "Pro", "credits": 20,
                          "period": "month", "plan": "open", "expiresWithPeriod": true,
                          "prices": [{"currency": "USD", "amountMinor": 999, "till": "price_3"}]}]},
                    """);

    // Protects: what is sold, for what, and by whom is the operator's to say.
    @Test
    void readsWhatIsSold() {
        PaymentTerms terms = ProfileReaderTest.parse(SELLING).payments();

        assertThat(terms.processors()).containsExactly(new ProcessorTerms("till", true, false));
        assertThat(terms.velocity()).isEqualTo(new Velocity(10, 5));
        assertThat(terms.refundTerms()).containsEntry(Language.DE, "Binnen 14 Tagen.");
        Product pro = terms.prices().product(new ProductId("pro")).orElseThrow();
        assertThat(pro.period()).isEqualTo(Product.Period.MONTH);
        assertThat(pro.plan()).isEqualTo("open");
        assertThat(pro.expiresWithPeriod()).isTrue();
    }

    // Protects: what an order keeps is the catalogue's, in the currency that was chosen.
    @Test
    void sellsAtThePriceOfTheCurrency() {
        Purchase purchase =
                ProfileReaderTest.parse(SELLING)
                        .payments()
                        .prices()
                        .purchase(new ProductId("pack"), "EUR", "till")
                        .orElseThrow();

        assertThat(purchase.price()).isEqualTo(new Cost(489, "EUR"));
        assertThat(purchase.credits()).isEqualTo(new Credits(10));
        assertThat(purchase.priceReference()).isEqualTo("price_2");
        assertThat(purchase.expiresAfterDays()).isEqualTo(365);
    }

    // Protects: a profile without products is one of a service that sells nothing.
    @Test
    void sellsNothingIfNothingIsSaid() {
        assertThat(ProfileReaderTest.parse(ProfileReaderTest.WHOLE).payments())
                .isEqualTo(PaymentTerms.NONE);
    }

    // Protects: a number that somebody forgot, or a name that fits nothing, ends the build.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'credits': 10 | 'credits': 0",
                "'credits': 10 | 'credits': -10",
                "'amountMinor': 489 | 'amountMinor': 0",
                "'amountMinor': 489 | 'amountMinor': '489'",
                "'amountMinor': 489, | ''",
                "'title': 'Pack' | 'title': ' '",
                "'till': 'price_1' | 'till': ''",
                "'till': 'price_1' | 'other': 'price_1'",
                "'till': 'price_3' | 'till': 'price_1'",
                "'currency': 'EUR' | 'currency': 'USD'",
                "'currency': 'EUR' | 'currency': 'Euro'",
                "'kind': 'pack' | 'kind': 'subscription'",
                "'kind': 'pack' | 'kind': 'gift'",
                "'period': 'month' | 'period': 'week'",
                "'plan': 'open' | 'plan': 'dear'",
                "'id': 'pro' | 'id': 'pack'",
                "'expiresAfterDays': 365 | 'expiresAfterDays': 0",
                "'en': 'Within 14 days.', | ''",
                "'ordersPerHour': 10 | 'ordersPerHour': 0",
                "'refundTerms' | 'refunds'",
                "'automaticTax': true | 'automaticTax': 'yes'"
            })
    void refusesUnclearProducts(String whole, String unclear) {
        String json =
                SELLING.replace(
                        whole.replace('\'', '"'),
                        unclear.equals("''") ? "" : unclear.replace('\'', '"'));

        assertThat(json).isNotEqualTo(SELLING);
        assertThatThrownBy(() -> ProfileReaderTest.parse(json))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // Protects: every price of a piece of work counts on what a credit was sold for.
    @Test
    void refusesToSellCreditsForLessThanTheyAreToBringIn() {
        String json = SELLING.replace("\"amountMinor\": 499", "\"amountMinor\": 1");

        assertThatThrownBy(() -> ProfileReaderTest.parse(json))
                .hasMessageContaining("less than creditMicroDollars");
    }
}
