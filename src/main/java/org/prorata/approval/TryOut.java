package org.prorata.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/** Does work in a transaction that is rolled back whatever happens, and gives what it found. */
@ApplicationScoped
public class TryOut {

    @Inject UserTransaction transaction;

    public <T> T run(Supplier<T> work) {
        try {
            transaction.begin();
            try {
                return work.get();
            } finally {
                transaction.rollback();
            }
        } catch (NotSupportedException | SystemException broken) {
            throw new IllegalStateException("no transaction to try this out in", broken);
        }
    }
}
