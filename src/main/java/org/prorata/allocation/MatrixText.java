package org.prorata.allocation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the agent's matrix. */
@MessageBundle("matrix")
public interface MatrixText {

    @Message("Matrix")
    String title();

    @Message("Every lender's principal, share, slices and warrants, each total proved by the sum of its rows.")
    String words();

    @Message("Positions and warrants")
    String positions();

    @Message("Slices of the payments")
    String payments();

    @Message("booked = entered as facts · projected = as if every payment due by then is paid as scheduled · share of the projected total")
    String positionsNote();

    @Message("before any withholding tax")
    String paymentsNote();

    @Message("Lender")
    String lender();

    @Message("Booked")
    String booked();

    @Message("Projected")
    String projected();

    @Message("All tranches")
    String all();

    @Message("Share, %")
    String share();

    @Message("Warrants")
    String warrants();

    @Message("Payment {n} · {due}")
    String payment(int n, String due);

    @Message("booked")
    String isBooked();

    @Message("Sum of the lenders")
    String sum();

    @Message("Total of the deal")
    String total();

    @Message("not yet known")
    String unknown();

    @Message("waits for the {what}")
    String waits(String what);

    @Message("Every column adds up: the sum of the lenders is the deal's own total.")
    String proven();

    @Message("A column does not add up. Nothing on this page may be relied on; tell whoever runs the portal.")
    String notProven();

    @Message("These shares are illustrative: nobody has entered the real opening register yet. Every figure below follows from them.")
    String illustrative();

    @Message("Update shares")
    String update();

    @Message("CSV")
    String csv();

    @Message("XLSX")
    String xlsx();

    @Message("JSON export, all inputs")
    String export();

    @Message("Calculation {no}, known {known}")
    String calculation(int no, String known);

    @Message("Order")
    String order();
}
