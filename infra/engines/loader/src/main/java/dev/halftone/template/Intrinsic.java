package dev.halftone.template;

/** A call that CloudFormation evaluates, by its long name: {@code Ref}, {@code Fn::Sub}. */
record Intrinsic(String name, Object argument) {
    static Intrinsic ofTag(String tag, Object argument) {
        String name = tag.substring(1);
        return new Intrinsic(isPlain(name) ? name : "Fn::" + name, argument);
    }

    static boolean isName(String key) {
        return isPlain(key) || key.startsWith("Fn::");
    }

    private static boolean isPlain(String name) {
        return name.equals("Ref") || name.equals("Condition");
    }
}
