package dev.halftone.sandbox.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last letters to anybody. */
public final class Inbox {

    private static final int KEPT_MAX = 100;

    private final Deque<Delivered> letters = new ArrayDeque<>();

    synchronized void put(Delivered letter) {
        letters.addFirst(letter);
        if (letters.size() > KEPT_MAX) {
            letters.removeLast();
        }
    }

    /** The newest first. */
    public synchronized List<Delivered> letters() {
        return List.copyOf(letters);
    }

    synchronized Optional<Delivered> letter(String id) {
        return letters.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
