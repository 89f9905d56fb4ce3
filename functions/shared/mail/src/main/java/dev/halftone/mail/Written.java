package dev.halftone.mail;

/** A letter in words: a subject of one line, and the same text twice. */
record Written(String subject, String text, String html) {}
