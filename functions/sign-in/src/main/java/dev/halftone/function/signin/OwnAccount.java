package dev.halftone.function.signin;

import dev.halftone.core.account.Email;
import dev.halftone.core.mail.ChangeEmail;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.util.HashMap;
import java.util.Map;

/** Composes what people do with their own account, and what others may say about one. */
final class OwnAccount {
    private OwnAccount() {}

    static Map<String, Route> routes(
            SignInConfig config,
            SignInPorts ports,
            SessionGuard guard,
            PublicUrl publicUrl,
            Notices notices,
            Me me) {
        OwnProfile profile =
                new OwnProfile(guard, ports.users(), ports.events(), me, ports.clock());
        OwnEmail email =
                new OwnEmail(
                        guard,
                        publicUrl,
                        new OwnEmail.AccountPorts(ports.users(), ports.events(), notices),
                        new ChangeEmail(ports.emailChanges(), ports.mail(), ports.entropy()),
                        me,
                        ports.clock());
        MinorReports reports =
                new MinorReports(
                        guard,
                        ports.privacyRequests(),
                        notices,
                        new Email(config.operatorMail()),
                        ports.entropy(),
                        ports.clock());
        Map<String, Route> routes = new HashMap<>(profile.routes());
        routes.putAll(email.routes());
        routes.putAll(reports.routes());
        routes.putAll(new OwnData(guard, ports.records(), ports.clock()).routes());
        return routes;
    }
}
