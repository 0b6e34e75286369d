/**
 * Encryption of personal fields: one envelope format, a data key per resident, one key-encryption key per installation.
 */
@NullMarked
package cn.huying.bot.envelope;

import org.jspecify.annotations.NullMarked;
