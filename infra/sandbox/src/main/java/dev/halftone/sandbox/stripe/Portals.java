package dev.halftone.sandbox.stripe;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Visits to the page on which people see to their subscriptions. */
final class Portals {

    static final Set<String> PARAMETERS =
            Set.of("customer", "return_url", "locale", "configuration", "flow_data[type]");

    private final Office office;

    Portals(Office office) {
        this.office = office;
    }

    ObjectNode create(Fields fields) {
        String customer = Json.text(office.records.need("customer", fields.need("customer")), "id");
        ObjectNode session =
                office.create(
                        "bps",
                        """
                        {"object":"billing_portal.session","configuration":"bpc_sandbox",
                         "customer_account":null,"flow":null,"livemode":false,"locale":null,
                         "on_behalf_of":null}
                        """);
        session.put("customer", customer)
                .put("locale", fields.get("locale"))
                .put("return_url", fields.get("return_url"))
                .put("url", office.base + "/portal/" + Json.text(session, "id"));
        return session;
    }
}
