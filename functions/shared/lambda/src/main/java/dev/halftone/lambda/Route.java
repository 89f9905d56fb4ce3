package dev.halftone.lambda;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Route {
    HttpResponse handle(HttpRequest request);
}
