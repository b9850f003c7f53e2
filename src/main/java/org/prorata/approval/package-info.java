/**
 * Four eyes (rule F15). Whatever changes a figure is a {@link org.prorata.approval.Proposal}: made by one person of the agent, shown with its
 * {@link org.prorata.approval.Comparison} before and after, approved or rejected by another.
 *
 * <p>Features say what can be changed by implementing {@link org.prorata.approval.Change}; {@link org.prorata.approval.Figures} recomputes. This room
 * knows deals by id only. {@link org.prorata.approval.DealVersion} is the one row every writer of a deal locks first (rule S10).
 */
package org.prorata.approval;
