/**
 * The laws answers cite. Every version is kept whole; a catalogue says which of them stand on the shelf and is changed in one step, so that nobody
 * ever finds half of what was brought.
 */
@NullMarked
package cn.huying.bot.content.law;

import org.jspecify.annotations.NullMarked;
