package org.prorata.demo;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the demonstration's guided paths. */
@MessageBundle("guide")
public interface GuideText {

    @Message("{#if path == 'lender'}As a lender, in four steps{#else}As the agent, in four steps{/if}")
    String begin(String path);

    @Message("{#switch at}{#case 'lender-1'}This is Endeavour, a lender. Its deals stand here with what it gets next, what became different, and what it has to do. What is not known says what it waits for.{#case 'lender-2'}Its allocation: every payment of the deal with its own slice to the cent, its principal, interest and warrants. Choose another date above and all figures are of that day.{#case 'lender-3'}One payment with its components. Each amount of one’s own is a link to how it came about.{#case 'lender-4'}One slice, opened: its exact part, what is left of it rounded down, and the remainder. Rounding everybody down leaves cents over; they go to those with the largest remainders. Here it is told whether this lender got one of them, and why: all slices add up to the payment.{#case 'agent-1'}This is the agent’s desk. What is due, unknown, waiting or out of balance stands here, each with a link to where it is done.{#case 'agent-2'}The matrix: every payment and every lender, adding up both ways.{#case 'agent-3'}The shares are made up until the agent enters the real ones. What is typed is checked at once, shown before and after for every lender, and counts once a second person has approved it.{#case}One slice of the matrix, opened: its exact part, what rounding down left over, and why this lender got one of the cents. Every lender can read the same of its own.{/switch}")
    String words(String at);
}
