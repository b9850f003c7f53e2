package org.prorata.deal;

/** Which characters a text of a term sheet may hold. */
final class SheetText {

    private SheetText() {
    }

    /** Characters that cannot be seen but change what is: controls, line and paragraph separators, direction marks, halves of pairs. */
    static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D; // joiners, which some scripts need
            default -> false;
        };
    }

    static boolean hasControl(String text) {
        return text.codePoints().anyMatch(SheetText::isControl);
    }
}
