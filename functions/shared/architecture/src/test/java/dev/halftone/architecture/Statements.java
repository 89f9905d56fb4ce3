package dev.halftone.architecture;

import java.util.List;
import java.util.Map;

/** What the statements of a policy say. */
final class Statements {
    private Statements() {}

    /** Statements of an inline role that allow something. */
    static List<TemplateValue> allowedBy(TemplateValue role) {
        return role.at("Properties", "Policies").items().stream()
                .flatMap(policy -> policy.at("PolicyDocument", "Statement").items().stream())
                .filter(statement -> statement.at("Effect").text().equals("Allow"))
                .toList();
    }

    static boolean refusesPlainHttp(TemplateValue statement) {
        return statement.at("Effect").text().equals("Deny")
                && statement.at("Principal").text().equals("*")
                && statement.at("Action").text().endsWith(":*")
                && statement.at("Condition", "Bool", "aws:SecureTransport").text().equals("false");
    }

    static boolean refusesOldTls(TemplateValue statement) {
        return statement.at("Effect").text().equals("Deny")
                && statement.at("Principal").text().equals("*")
                && statement.at("Action").text().endsWith(":*")
                && statement
                        .at("Condition", "NumericLessThan", "s3:TlsVersion")
                        .text()
                        .equals("1.2");
    }

    static Map<String, TemplateValue> roles(Template template) {
        return template.resources("AWS::IAM::Role");
    }
}
