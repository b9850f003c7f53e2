package org.prorata.factor;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as a picture that a page draws: one path over a square.
 *
 * @param side of the square in modules, with the quiet rim of four around
 * @param path a square of the side 1 for each dark module, as SVG writes paths
 */
record QrPicture(int side, String path) {

    private static final int RIM = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + RIM).append(',').append(y + RIM).append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * RIM, path.toString());
    }
}
