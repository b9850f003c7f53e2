package org.prorata.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real SMTP server where the portal of the test run sends its mail. */
public final class PostOffice implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** A mail as it arrived. */
    public record Arrived(String to, String from, String subject, String text, String messageId, String contentType) {

        /** The path of the one link in it. */
        public String link() {
            Matcher link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in: " + text);
            }
            return link.group().replaceFirst("https?://[^/]+", "");
        }
    }

    private final GreenMail server;

    private PostOffice(GreenMail server) {
        this.server = server;
    }

    public static PostOffice opens() {
        return opens(ConfigProvider.getConfig().getValue("prorata.mail.port", Integer.class));
    }

    public static PostOffice opens(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new PostOffice(server);
    }

    /** All that came for an address until now, in the order in which it came. */
    public List<Arrived> of(String to) {
        return Arrays.stream(server.getReceivedMessages()).map(PostOffice::read).filter(mail -> mail.to().equalsIgnoreCase(to)).toList();
    }

    /** What came for an address, once it is so many. */
    public List<Arrived> await(String to, int count) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (of(to).size() < count) {
            if (System.nanoTime() > until) {
                throw new AssertionError("For " + to + " came " + of(to));
            }
            pause();
        }
        return of(to);
    }

    /** The one mail that comes for an address. */
    public Arrived one(String to) {
        List<Arrived> all = await(to, 1);
        if (all.size() != 1) {
            throw new AssertionError("For " + to + " came " + all);
        }
        return all.get(0);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Arrived read(MimeMessage message) {
        try {
            return new Arrived(GreenMailUtil.getAddressList(message.getAllRecipients()), GreenMailUtil.getAddressList(message.getFrom()).replaceAll("^.*<|>$", ""), message.getSubject(),
                    String.valueOf(message.getContent()).replace("\r\n", "\n"), message.getMessageID(), message.getContentType());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
