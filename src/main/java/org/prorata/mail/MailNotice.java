package org.prorata.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.prorata.web.PortalAddress;
import org.prorata.web.StartupNotice;

/** Says on the console where mail goes, if it is not to a mail server. */
@ApplicationScoped
public class MailNotice implements StartupNotice {

    private static final int ORDER = 20;

    @Inject
    Mailing mailing;
    @Inject
    PortalAddress portal;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<String> lines() {
        if (mailing.shown()) {
            return List.of("Mail is not sent but shown at " + portal.of("/mail"));
        }
        return mailing.isSetUp() ? List.of() : List.of("Mail is not set up (PRORATA_MAIL_HOST, PRORATA_MAIL_FROM, PRORATA_ADDRESS): nobody is told anything by mail, and administrators hand invitations over themselves.");
    }
}
