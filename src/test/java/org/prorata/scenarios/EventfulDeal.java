package org.prorata.scenarios;

import org.prorata.Desk;
import org.prorata.Desk.Staffed;

/** The real deal after everything has happened in it that leaves a row somewhere. Today has to be 10 June 2010. */
final class EventfulDeal {

    private EventfulDeal() {
    }

    /** Endeavour sells to BlackRock, told late, which is put right and settled with Endeavour, at first wrongly, and exchanges principal into shares; one proposal stays open. */
    static Staffed of(Desk desk) {
        Staffed deal = desk.rusoro();
        approved(deal, "payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
        approved(deal, "bundle", """
                {"changes":[{"kind":"register.transfer","reference":"TC-1","payload":{"from":"endeavour","to":"blackrock","amount":"1,000,000.00","tradeDate":"2010-06-01","effectiveDate":"2010-06-10",
                "fee":"2,500.00","feePaidBy":"buyer"}},
                {"kind":"payment.amount","payload":{"term":"accrued","due":"2010-06-10","amount":"0.00"}}]}""");
        approved(deal, "adjustment.settle", "{\"adjustment\":1,\"lenders\":[\"endeavour\"],\"on\":\"2010-06-10\",\"how\":\"paid\"}");
        approved(deal, "adjustment.unsettle", "{\"adjustment\":1,\"lenders\":[\"endeavour\"]}");
        approved(deal, "adjustment.settle", "{\"adjustment\":1,\"lenders\":[\"endeavour\"],\"on\":\"2010-06-10\",\"how\":\"agreed\"}");
        approved(deal, "register.exchange", "{\"lender\":\"endeavour\",\"amount\":\"2,000,000.00\",\"on\":\"2010-10-01\"}");
        deal.proposed("register.exchange", "{\"lender\":\"blackrock\",\"amount\":\"1,000,000.00\",\"on\":\"2010-10-01\"}");
        return deal;
    }

    static void approved(Staffed deal, String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }
}
