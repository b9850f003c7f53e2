package org.prorata.deal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The names of a deal's pages in its navigation. */
@MessageBundle("nav")
public interface NavText {

    @Message("Term sheet")
    String terms();

    @Message("My allocation")
    String allocation();

    @Message("Matrix")
    String matrix();

    @Message("Register")
    String register();

    @Message("Lenders")
    String lenders();

    @Message("My details")
    String myDetails();

    @Message("History")
    String history();

    @Message("Adjustments")
    String adjustments();

    @Message("Payments")
    String payments();

    @Message("Warrants")
    String warrants();
}
