package org.prorata.sso;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of single sign-on. */
@MessageBundle("sso")
public interface SsoText {

    @Message("You are not signed in")
    String title();

    @Message("{#switch told}{#case 'AGAIN'}The sign-in with {provider} did not come to its end: it took too long, was begun in another browser, or was used before. Please begin again.{#case 'PROVIDER'}{provider} did not answer as it should. Please try again in a minute, or sign in with your password.{#case 'UNVERIFIED'}{provider} does not say that your e-mail address is yours. Confirm it there and try again.{#case}Your account at {provider} opens nothing here. Ask the agent’s administrator whether your user has the e-mail address of that account.{/switch}")
    String because(String told, String provider);

    @Message("To the sign-in page")
    String back();
}
