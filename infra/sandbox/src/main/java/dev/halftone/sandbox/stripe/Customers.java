package dev.halftone.sandbox.stripe;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Those who pay. */
final class Customers {

    static final Set<String> PARAMETERS =
            Set.of("email", "name", "description", "metadata[]", "preferred_locales[]");

    private static final String CUSTOMER =
            """
            {"object":"customer","address":null,"balance":0,"currency":null,
             "default_source":null,"delinquent":false,
             "description":null,"discount":null,"email":null,"invoice_prefix":"SANDBOX",
             "invoice_settings":{"custom_fields":null,"default_payment_method":null,
             "footer":null,"rendering_options":null},"livemode":false,"metadata":{},
             "name":null,"next_invoice_sequence":1,"phone":null,"preferred_locales":[],
             "shipping":null,"tax_exempt":"none","test_clock":null}
            """;

    private final Office office;

    Customers(Office office) {
        this.office = office;
    }

    ObjectNode create(Fields fields) {
        ObjectNode customer = office.create("cus", CUSTOMER);
        change(customer, fields);
        office.say("customer.created", customer);
        return customer;
    }

    /** Whoever paid without being known before. */
    ObjectNode create(@Nullable String email) {
        ObjectNode customer = office.create("cus", CUSTOMER);
        customer.put("email", email);
        office.say("customer.created", customer);
        return customer;
    }

    void change(ObjectNode customer, Fields fields) {
        for (String field : Set.of("email", "name", "description")) {
            String value = fields.get(field);
            if (value != null) {
                customer.put(field, value);
            }
        }
        ObjectNode metadata = (ObjectNode) customer.path("metadata");
        fields.metadata("").forEach(metadata::put);
    }
}
