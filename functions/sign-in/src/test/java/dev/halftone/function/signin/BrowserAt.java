package dev.halftone.function.signin;

import dev.halftone.core.account.SessionToken;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser: keeps the cookies that it is given, presents them, and follows the provider. */
final class BrowserAt {
    private static final Pattern SET_COOKIE =
            Pattern.compile("([^=]+)=([^;]*); Max-Age=(\\d+); Path=/(; Secure)?; .*");

    final Map<String, String> cookies = new TreeMap<>();
    private final Deployment deployment;

    BrowserAt(Deployment deployment) {
        this.deployment = deployment;
    }

    HttpAnswer send(HttpEvent event) {
        HttpAnswer answer = deployment.driver.http(presenting(event));
        for (String line : answer.cookies()) {
            Matcher cookie = SET_COOKIE.matcher(line);
            if (!cookie.matches()) {
                throw new AssertionError("Not a cookie of ours: " + line);
            }
            if (cookie.group(3).equals("0")) {
                cookies.remove(cookie.group(1));
            } else {
                cookies.put(cookie.group(1), cookie.group(2));
            }
        }
        return answer;
    }

    HttpAnswer start(String returnTo) {
        return send(event("start").query("returnTo=" + encode(returnTo)));
    }

    /** Leaves for the provider and consents there. */
    Map<String, String> leave(String returnTo) {
        return deployment.issuer.approve(URI.create(start(returnTo).header("location")));
    }

    /** Leaves by another way, or for something else than to sign in. */
    Map<String, String> leave(String way, String returnTo, String purpose) {
        HttpAnswer left =
                send(
                        way("start", way)
                                .query("purpose=" + purpose + "&returnTo=" + encode(returnTo)));
        return deployment.issuer.approve(URI.create(left.header("location")));
    }

    HttpAnswer comeBack(Map<String, String> query) {
        return comeBack("google", query);
    }

    HttpAnswer comeBack(String way, Map<String, String> query) {
        return send(
                way("callback", way)
                        .query(
                                query.entrySet().stream()
                                        .map(
                                                entry ->
                                                        entry.getKey()
                                                                + "="
                                                                + encode(entry.getValue()))
                                        .collect(Collectors.joining("&"))));
    }

    HttpAnswer signIn() {
        return comeBack(leave("/"));
    }

    BrowserAt signedIn() {
        HttpAnswer answer = signIn();
        if (!answer.header("location").equals("/")) {
            throw new AssertionError("Not signed in: " + answer);
        }
        return this;
    }

    BrowserAt accepted() {
        HttpAnswer answer = accept(true, Samples.POLICY_VERSION);
        if (answer.status() != 200) {
            throw new AssertionError("Not accepted: " + answer);
        }
        return this;
    }

    HttpAnswer me() {
        return send(event("me"));
    }

    HttpAnswer accept(boolean ageConfirmed, String policyVersion) {
        return send(
                event("acceptance")
                        .bodyField("ageConfirmed", ageConfirmed)
                        .bodyField("policyVersion", policyVersion));
    }

    HttpAnswer signOut() {
        return send(event("sign-out"));
    }

    SessionToken session() {
        return SessionToken.parse(cookies.getOrDefault("__Host-session", "")).orElseThrow();
    }

    static HttpEvent way(String name, String way) {
        return event(name).pathParameter("way", way);
    }

    static HttpEvent event(String name) {
        return HttpEvent.read("sign-in", name);
    }

    private HttpEvent presenting(HttpEvent event) {
        HttpEvent bare = event.withoutCookies();
        return cookies.isEmpty()
                ? bare
                : bare.header(
                        "cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
