package dev.halftone.creem;

import dev.halftone.core.payment.OrderReference;

/** What Creem says and shows, with the fields that its documentation shows. */
final class Shapes {

    static final OrderReference ORDER =
            OrderReference.parse("acc_" + "a".repeat(32) + ".ord_" + "b".repeat(32)).orElseThrow();

    static final String PACK =
            """
            {"id":"prod_pack","object":"product","mode":"test","name":"Pack","price":499,
             "currency":"EUR","billing_type":"onetime","billing_period":"once",
             "status":"active","tax_mode":"exclusive"}\
            """;

    static final String MONTHLY =
            """
            {"id":"prod_month","object":"product","mode":"test","name":"Monthly","price":1000,
             "currency":"EUR","billing_type":"recurring","billing_period":"every-month",
             "status":"active","tax_mode":"exclusive"}\
            """;

    private static final String CUSTOMER =
            """
            {"id":"cust_1","object":"customer","mode":"test","email":"ada@example.test",
             "name":"Ada","country":"NL"}\
            """;

    private Shapes() {}

    static String message(String type, String object) {
        return "{\"id\":\"evt_1\",\"eventType\":\"%s\",\"created_at\":1795220000123,\"object\":%s}"
                .formatted(type, object);
    }

    /** A checkout that somebody has paid. */
    static String checkout() {
        return """
        {"id":"ch_1","object":"checkout","mode":"test","status":"completed","units":1,
         "request_id":"%s","metadata":{"reference":"%s"},"product":%s,"customer":%s,
         "order":{"id":"ord_1","object":"order","mode":"test","customer":"cust_1",
          "product":"prod_pack","transaction":"tran_1","amount":499,"sub_total":499,
          "tax_amount":95,"amount_due":594,"amount_paid":594,"currency":"EUR","status":"paid",
          "type":"onetime","created_at":"2026-11-20T10:00:00.000Z"}}\
        """
                .formatted(ORDER.text(), ORDER.text(), PACK, CUSTOMER);
    }

    /** The charge of the checkout. */
    static String transaction() {
        return """
        {"id":"tran_1","object":"transaction","mode":"test","amount":499,"amount_paid":594,
         "discount_amount":null,"currency":"EUR","type":"payment","tax_country":"NL",
         "tax_amount":95,"status":"paid","refunded_amount":null,"order":"ord_1",
         "subscription":null,"customer":"cust_1","created_at":1795168800000}\
        """;
    }

    /** The charge of a period. */
    static String invoice() {
        return """
        {"id":"tran_2","object":"transaction","mode":"test","amount":1000,"amount_paid":1210,
         "currency":"EUR","type":"invoice","tax_amount":210,"status":"paid",
         "refunded_amount":0,"order":"ord_2","subscription":"sub_1","customer":"cust_1",
         "period_start":1795168800000,"period_end":1797760800000,"created_at":1795168800000}\
        """;
    }

    static String subscription(String status) {
        return """
        {"id":"sub_1","object":"subscription","mode":"test","product":%s,"customer":%s,
         "collection_method":"charge_automatically","status":"%s",
         "last_transaction_id":"tran_2","last_transaction_date":"2026-11-20T10:00:00.000Z",
         "next_transaction_date":"2026-12-20T10:00:00.000Z",
         "current_period_start_date":"2026-11-20T10:00:00.000Z",
         "current_period_end_date":"2026-12-20T10:00:00.000Z","canceled_at":null,
         "created_at":"2026-11-20T10:00:00.000Z","updated_at":"2026-11-20T10:00:01.000Z",
         "metadata":{"reference":"%s"}}\
        """
                .formatted(MONTHLY, CUSTOMER, status, ORDER.text());
    }

    static String refund(String status, String transaction) {
        return """
        {"id":"ref_1","object":"refund","mode":"test","status":"%s","refund_amount":297,
         "refund_currency":"EUR","reason":"requested_by_customer","transaction":%s,
         "created_at":1795168900000}\
        """
                .formatted(status, transaction);
    }

    static String dispute(String transaction) {
        return """
        {"id":"disp_1","object":"dispute","mode":"test","amount":594,"currency":"EUR",
         "transaction":%s,"created_at":1795168900000}\
        """
                .formatted(transaction);
    }

    /** One page of a list. */
    static String page(String nextPage, String... items) {
        return """
        {"items":[%s],"pagination":{"total_records":9,"total_pages":2,"current_page":1,
         "next_page":%s,"prev_page":null}}\
        """
                .formatted(String.join(",", items), nextPage);
    }
}
