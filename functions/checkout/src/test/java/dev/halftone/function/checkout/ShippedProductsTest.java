package dev.halftone.function.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.Price;
import dev.halftone.core.payment.Product;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.testing.PaymentSamples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

// Protects buyers and the operator: what is sold is what the configuration says, to the cent.
class ShippedProductsTest {
    private static final Profile SHIPPED = ProfileReader.read("halftone");
    private static final String PROCESSOR = SHIPPED.payments().processors().getFirst().id();

    private final Till till = new Till(SHIPPED, SHIPPED.payments(), PROCESSOR);

    private static List<Product> packs() {
        return SHIPPED.payments().prices().products().stream()
                .filter(product -> product.kind() == Product.Kind.PACK)
                .toList();
    }

    @Test
    void offersThreePacksAsTheConfigurationSays() {
        HttpAnswer answer = till.call(HttpEvent.read("checkout", "products"));

        List<JsonNode> offered = new ArrayList<>();
        answer.json().get("products").forEach(offered::add);
        offered.removeIf(product -> !product.get("kind").asString().equals("pack"));
        assertThat(offered).hasSize(3);
        assertThat(offered)
                .map(product -> product.get("id").asString())
                .containsExactlyElementsOf(
                        packs().stream().map(pack -> pack.id().value()).toList());
        assertThat(offered)
                .map(product -> product.get("credits").asLong())
                .containsExactlyElementsOf(
                        packs().stream().map(pack -> pack.credits().amount()).toList());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void sellsEachPackForItsPriceAndBringsItsCredits(Product pack) {
        int person = 0;
        for (Price price : pack.prices()) {
            person++;
            HttpAnswer ordered = till.call(wish(person, pack, price.currency()));

            assertThat(ordered.status()).as("%s", ordered.json()).isEqualTo(201);
            assertThat(ordered.json().get("amountMinor").asLong())
                    .isEqualTo(price.cost().amountMinor());
            String order = ordered.json().get("id").asString();
            CheckoutRequest asked = till.processor.asked(till.reference(person, order));
            assertThat(asked.purchase().priceReference())
                    .isEqualTo(price.reference(PROCESSOR).orElseThrow());
            till.told(till.processor.fact(till.processor.pays(till.reference(person, order))));
            assertThat(till.available(person)).isEqualTo(pack.credits().amount());
        }
        assertThat(person).isEqualTo(2);
    }

    private HttpEvent wish(int person, Product pack, String currency) {
        return till.wish(person, 1)
                .bodyField("product", pack.id().value())
                .bodyField("currency", currency);
    }

    // A pack that only another configuration has, and a currency that ours does not take.
    @ParameterizedTest
    @CsvSource({"pack-400, USD, unknown_product", "pack-small, GBP, invalid_currency"})
    void sellsNothingElse(String product, String currency, String code) {
        HttpAnswer answer =
                till.call(
                        till.wish(1, 1)
                                .bodyField("product", product)
                                .bodyField("currency", currency));

        assertThat(PaymentSamples.PACK.value()).isEqualTo("pack-400");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(till.processor.opened()).isZero();
    }
}
