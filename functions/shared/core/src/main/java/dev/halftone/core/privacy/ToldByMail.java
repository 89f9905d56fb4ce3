package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.ACCOUNT_IDENTITY;
import static dev.halftone.core.privacy.DataSubject.USER;
import static dev.halftone.core.privacy.Kind.ADDRESS;
import static dev.halftone.core.privacy.Kind.EMAIL;
import static dev.halftone.core.privacy.Kind.MAIL_CODE;
import static dev.halftone.core.privacy.Kind.STATE;
import static dev.halftone.core.privacy.Kind.TOKEN_NAME;

import java.util.List;

/** What whoever delivers letters is handed: where to, and the words. */
final class ToldByMail {

    private static final String LETTER = "body.Content.Simple.";

    private static final String WRITTEN = "prove the address, say which token was made";

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(Told.to(Recipient.MAIL), USER, ACCOUNT_IDENTITY)
                            .add("path", STATE, "have a letter sent")
                            .add("body.FromEmailAddress", ADDRESS, "say who writes")
                            .add("body.Destination.ToAddresses[]", EMAIL, "reach the person")
                            .add(LETTER + "Subject.Data", STATE, "say what it is about")
                            .add(LETTER + "Subject.Charset", STATE, "have it read")
                            .add(LETTER + "Body.Text.Data", MAIL_CODE, TOKEN_NAME, WRITTEN)
                            .add(LETTER + "Body.Text.Charset", STATE, "have it read")
                            .add(LETTER + "Body.Html.Data", MAIL_CODE, TOKEN_NAME, WRITTEN)
                            .add(LETTER + "Body.Html.Charset", STATE, "have it read")
                            .list());

    private ToldByMail() {}
}
