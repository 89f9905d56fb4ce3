package dev.halftone.sandbox.stripe;

import tools.jackson.databind.node.ObjectNode;

/** Payers who go to their bank. */
final class Disputes {

    private static final String DISPUTE =
            """
            {"object":"dispute","balance_transactions":[],"enhanced_eligibility_types":[],
             "evidence":{},"evidence_details":{"due_by":null,"has_evidence":false,
             "past_due":false,"submission_count":0},"livemode":false,"metadata":{},
             "payment_method_details":{"card":{"brand":"visa","case_type":"chargeback",
             "network_reason_code":"10.4"},"type":"card"},"reason":"fraudulent"}
            """;

    private final Office office;

    Disputes(Office office) {
        this.office = office;
    }

    /** Opens one over the whole charge; an inquiry moves no money. */
    ObjectNode open(ObjectNode charge, boolean inquiry) {
        if (charge.path("disputed").asBoolean()) {
            throw Refusal.of("The charge is disputed already.");
        }
        ObjectNode dispute = office.create("dp", DISPUTE);
        dispute.put("amount", charge.path("amount").asLong())
                .put("charge", Json.text(charge, "id"))
                .put("payment_intent", Json.text(charge, "payment_intent"))
                .put("currency", Json.text(charge, "currency"))
                .put("is_charge_refundable", inquiry)
                .put("status", inquiry ? "warning_needs_response" : "needs_response");
        charge.put("disputed", true);
        office.say("charge.dispute.created", dispute);
        if (!inquiry) {
            office.say("charge.dispute.funds_withdrawn", dispute);
        }
        return dispute;
    }

    void close(ObjectNode dispute, boolean won) {
        String state = Json.text(dispute, "status");
        switch (state) {
            case "needs_response", "under_review" -> dispute.put("status", won ? "won" : "lost");
            case "warning_needs_response" -> dispute.put("status", "warning_closed");
            default -> throw Refusal.of("The dispute is closed.");
        }
        office.say("charge.dispute.closed", dispute);
        if (Json.text(dispute, "status").equals("won")) {
            office.say("charge.dispute.funds_reinstated", dispute);
        }
    }
}
