package dev.halftone.sandbox.oidc;

import static dev.halftone.sandbox.http.Html.escape;

import dev.halftone.sandbox.http.Html;
import dev.halftone.sandbox.http.Params;

/** The page on which someone chooses who to be. Three small forms, no script. */
final class AuthorizePage {

    private AuthorizePage() {}

    static String choose(Params params) {
        String fields = hidden(params);
        StringBuilder people = new StringBuilder();
        for (Person person : Person.SAMPLES) {
            people.append(
                    """
                    <button name="person" value="%s"><span class="dot" aria-hidden="true">%s</span>\
                    <span><strong>%s</strong><small>%s</small></span></button>
                    """
                            .formatted(
                                    person.key(),
                                    escape(person.initials()),
                                    escape(person.label()),
                                    escape(
                                            person.email().isEmpty()
                                                    ? "(no e-mail)"
                                                    : person.email())));
        }
        return Html.page(
                "Sign in to Halftone – local identity provider",
                "",
                """
                <h1>Sign in to Halftone</h1>
                <p class="hint">Local identity provider: choose who you are. No password, and nothing leaves this computer.</p>
                <form method="post" action="authorize">%s
                <h2>Sample people</h2>
                %s</form>
                <form method="post" action="authorize">%s<input type="hidden" name="person" value="typed">
                <h2>Someone else</h2>
                <label><span>Name</span><input name="name" required maxlength="100" autocomplete="off"></label>
                <label><span>E-mail</span><input name="email" type="email" required maxlength="254" autocomplete="off"></label>
                <label class="check"><input type="checkbox" name="unverified" value="1"><span>The address is not verified</span></label>
                <button class="go">Continue</button></form>
                <form method="post" action="authorize">%s<button class="quiet" name="person" value="cancel">Cancel</button></form>
                """
                        .formatted(fields, people, fields, fields));
    }

    static String refuse(String reason) {
        return Html.page(
                "Sign-in refused – local identity provider",
                "",
                "<h1>This sign-in cannot go on</h1><p>%s</p>".formatted(escape(reason)));
    }

    private static String hidden(Params params) {
        StringBuilder fields = new StringBuilder();
        for (String name : AuthorizationRequest.FIELDS) {
            fields.append(
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                            .formatted(name, escape(params.or(name, ""))));
        }
        return fields.toString();
    }
}
