/**
 * Setting up a deal without a file: a form in steps, kept as a draft, that writes the term sheet which is then imported like any other. What may stand in it is said by the
 * reader of term sheets alone: fields have the names of its paths, and what it finds wrong is shown at the field it names.
 */
package org.prorata.setup;
