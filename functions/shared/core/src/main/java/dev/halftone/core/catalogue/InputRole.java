package dev.halftone.core.catalogue;

/** What a file that somebody brings along is to the work. */
public enum InputRole {
    /** A picture of what is to be in it, or of how it is composed. */
    IMAGE,
    /** A picture of how it is to be drawn, and nothing of what is in it. */
    STYLE,
    /** A picture of who is to be in it. */
    CHARACTER,
    /** The picture that a film begins with; of one that speaks, who is seen. */
    FIRST_FRAME,
    /** The film in which somebody is to speak. */
    FILM,
    /** The sound that is spoken. */
    SPEECH;

    /** Whether there may be several of it. */
    public boolean isReference() {
        return switch (this) {
            case IMAGE, STYLE, CHARACTER -> true;
            case FIRST_FRAME, FILM, SPEECH -> false;
        };
    }
}
