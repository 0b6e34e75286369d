/**
 * Official warnings, of weather and other hazards, as an issuing authority writes them: read here, decided on elsewhere.
 */
@NullMarked
package cn.huying.bot.alert;

import org.jspecify.annotations.NullMarked;
