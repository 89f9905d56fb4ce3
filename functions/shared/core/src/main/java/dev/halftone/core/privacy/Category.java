package dev.halftone.core.privacy;

/** What data is for, in the words of a policy; everything of one category is treated alike. */
public enum Category {
    ACCOUNT_IDENTITY("who a person is"),
    SESSION("being signed in"),
    AGE_CONFIRMATION("being old enough"),
    POLICY_ACCEPTANCE("having accepted the policy"),
    PRIVACY_REQUEST("asking about what is kept"),
    CREATIVE_INPUT("what a person asks for"),
    UPLOADED_MEDIA("what a person brings along"),
    GENERATED_MEDIA("what a person gets"),
    GENERATION_RECORD("how the work went"),
    ENTITLEMENT("what a person may spend"),
    CREDIT_LEDGER("where credits came from and went"),
    PURCHASE("what a person bought"),
    WORK_MESSAGE("telling a worker to look"),
    BROWSER_MEMORY("what the browser keeps for its user"),
    TECHNICAL_LOG("finding out what happened"),
    DIAGNOSTICS("knowing that the service is well"),
    OPERATION("running the service");

    private final String title;

    Category(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
