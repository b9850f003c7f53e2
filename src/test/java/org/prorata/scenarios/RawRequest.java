package org.prorata.scenarios;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.prorata.identity.Visitor;

/** A connection of one who does not keep to the rules: bytes as they are, as slowly as one likes. */
final class RawRequest implements AutoCloseable {

    /** What a page that is open to all gave the browser before. */
    private static final String FORM_TOKEN = "f".repeat(43);

    private static final int PATIENCE_MILLISECONDS = 20_000;

    private final Socket socket;

    RawRequest(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
    }

    /** A request with a body, as a page of the portal at this port would send it. */
    static String post(int port, String path, String contentType, String body) {
        return head(port, path, contentType, body.getBytes(StandardCharsets.ISO_8859_1).length) + body;
    }

    /** The same without its body. */
    static String head(int port, String path, String contentType, long length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:" + port + "\r\nCookie: " + Visitor.COOKIE + "-form=" + FORM_TOKEN + "\r\nX-CSRF-Token: " + FORM_TOKEN + "\r\nConnection: close\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** @param text each character is one byte */
    RawRequest sends(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (SocketException gone) {
            // the portal has had enough; what it said can still be read
        }
        return this;
    }

    /** One byte after the other, until the portal has had enough. */
    RawRequest dribbles(String text, long pauseMilliseconds) throws IOException, InterruptedException {
        for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
            try {
                socket.getOutputStream().write(each);
            } catch (SocketException gone) {
                return this;
            }
            if (socket.getInputStream().available() > 0) {
                return this;
            }
            Thread.sleep(pauseMilliseconds);
        }
        return this;
    }

    /** All that comes until the connection is closed: the portal closes it after every request here. */
    Answer answer() throws IOException {
        List<Byte> bytes = new ArrayList<>();
        try {
            for (int next = socket.getInputStream().read(); next >= 0; next = socket.getInputStream().read()) {
                bytes.add((byte) next);
            }
        } catch (SocketTimeoutException open) {
            throw new AssertionError("the connection stays open after " + bytes.size() + " bytes", open);
        } catch (SocketException reset) {
            // closed with something of ours unread
        }
        byte[] all = new byte[bytes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes.get(i);
        }
        return new Answer(new String(all, StandardCharsets.ISO_8859_1));
    }

    /** Away at once, in the middle of what is being sent and without a word. */
    void breaksOff() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    record Answer(String text) {

        int status() {
            return text.matches("(?s)HTTP/[0-9.]+ \\d{3} .*") ? Integer.parseInt(text.split(" ", 3)[1]) : 0;
        }

        List<String> headers() {
            return Stream.of(text.split("\r\n\r\n", 2)[0].split("\r\n")).skip(1).toList();
        }

        boolean has(String header) {
            return headers().stream().anyMatch(line -> line.toLowerCase().startsWith(header.toLowerCase() + ":"));
        }

        String body() {
            String[] parts = text.split("\r\n\r\n", 2);
            return parts.length < 2 ? "" : parts[1];
        }
    }
}
