/**
 * Mail in plain text. Who has something to say puts a {@link org.prorata.mail.Letter} into the {@link org.prorata.mail.Outbox}, in the transaction of what it tells of; {@link
 * org.prorata.mail.Sender} hands it over once that is committed, to the SMTP server that is configured. What only its sending may decide is a {@link org.prorata.mail.LateLetter}. In the
 * demonstration mail goes into a folder and is shown on a page.
 *
 * <p>A base room: it knows neither users nor deals, and uses {@code web} and {@code audit}.
 */
package org.prorata.mail;
