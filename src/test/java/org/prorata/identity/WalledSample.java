package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.prorata.web.NotThere;

/** A table of lenders' rows and a page that forgets to ask whose they are: the wall in the database has to hold alone. */
@Path("/")
public class WalledSample {

    @Inject
    AgroalDataSource database;

    static void create() {
        Owner.runs("drop table if exists walled_sample");
        Owner.runs("create table walled_sample (deal_id uuid not null, lender_id uuid not null, secret text not null)");
        Owner.runs("alter table walled_sample enable row level security");
        Owner.runs("alter table walled_sample force row level security");
        Owner.runs("create policy own_rows on walled_sample for select to public using (prorata_sees(deal_id, lender_id))");
        Owner.runs("create policy owner on walled_sample to current_user using (true) with check (true)");
        Owner.runs("grant select on walled_sample to public");
    }

    static void row(UUID deal, UUID lender, String secret) {
        Owner.runs("insert into walled_sample values (?, ?, ?)", deal, lender, secret);
    }

    @GET
    @Authenticated
    @Path("walled-sample")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public List<String> all() {
        return secrets();
    }

    @GET
    @Authenticated
    @Path("walled-sample/twice")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public List<String> twice() {
        secrets();
        return secrets();
    }

    @GET
    @Authenticated
    @Path("walled-sample/without-transaction")
    @Produces(MediaType.APPLICATION_JSON)
    public List<String> withoutTransaction() {
        return secrets();
    }

    @GET
    @Authenticated
    @Path("deals/walled-sample/{lender}")
    @Transactional
    public String anothers(@PathParam("lender") String lender) {
        throw new NotThere();
    }

    List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select secret from walled_sample order by secret")) {
            while (rows.next()) {
                secrets.add(rows.getString(1));
            }
            return secrets;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
